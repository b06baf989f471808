using System.Globalization;
using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Web.Domains.Health;

/// <summary>One address of one MX host with what was found there.</summary>
/// <param name="Preference">Lowest first (RFC 5321 §5.1).</param>
/// <param name="Address">Empty when the host has none.</param>
/// <param name="AddressProblem">Why there is none.</param>
/// <param name="ReverseNames">Null when none stands there or none is known; <paramref name="ReverseProblem"/> then says which.</param>
/// <param name="Talk">The conversation; null when none was tried.</param>
public sealed record MxLine(
    int Preference, string Host, string Address, string AddressProblem, IReadOnlyList<string>? ReverseNames, string ReverseProblem, MailHostFact? Talk)
{
    /// <summary>In the order of preference; empty for a domain without MX and for one with the null MX (RFC 7505).</summary>
    public static IReadOnlyList<MxLine> Of(DomainFacts facts) =>
    [
        .. from text in facts.Dns.Find(facts.Domain.Value, RecordType.Mx)?.Records ?? []
           let parts = text.Split(' ')
           where parts.Length == 2 && parts[1] != "." && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
           let preference = int.Parse(parts[0], CultureInfo.InvariantCulture)
           let host = parts[1].TrimEnd('.').ToLowerInvariant()
           orderby preference, host
           from line in OfHost(facts, preference, host)
           select line,
    ];

    private static IEnumerable<MxLine> OfHost(DomainFacts facts, int preference, string host)
    {
        RecordAnswer?[] answers = [facts.Dns.Find(host, RecordType.A), facts.Dns.Find(host, RecordType.Aaaa)];
        var addresses = answers.SelectMany(answer => answer?.Records ?? []).Where(text => IPAddress.TryParse(text, out _)).ToList();
        if (addresses.Count == 0)
        {
            var isKnown = answers.All(answer => answer is { State: not DnsState.Unknown });
            return [new MxLine(preference, host, "", isKnown ? "has no address" : "unknown", null, "", null)];
        }
        return addresses.Select(address => OfAddress(facts, preference, host, IPAddress.Parse(address)));
    }

    private static MxLine OfAddress(DomainFacts facts, int preference, string host, IPAddress address)
    {
        var reverse = facts.Dns.Find(ReverseName.Of(address), RecordType.Ptr);
        var talk = facts.MailHosts.FirstOrDefault(fact => fact.Host.Value == host && fact.Address.Equals(address));
        return new MxLine(
            preference, host, address.ToString(), "", reverse is { State: DnsState.Found } ? [.. reverse.Records.Select(name => name.TrimEnd('.'))] : null,
            reverse switch { null => "not asked", { State: DnsState.Absent } => "none", _ => "unknown" }, talk);
    }
}
