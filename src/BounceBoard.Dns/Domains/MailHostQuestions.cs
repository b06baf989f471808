using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Dns.Domains;

/// <summary>The hosts that receive a domain's mail, and what is asked of them besides what the rules ask.</summary>
internal static class MailHostQuestions
{
    private const int MostHosts = 20;
    private const int MostAddresses = 40;

    /// <summary>Hosts of the MX set, the null MX left out (RFC 7505); the domain itself where there is none (RFC 5321 §5.1).</summary>
    public static IReadOnlyList<string> HostsOf(RecordAnswer? exchanges) => exchanges is { State: DnsState.Absent }
        ? [exchanges.Name]
        : [.. (exchanges?.Records ?? []).Select(record => record[(record.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Where(host => host != ".").Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHosts)];

    /// <summary>The names of their addresses, by which people know them.</summary>
    public static IEnumerable<RecordQuestion> Reverse(string domain, IDnsSnapshot answers) =>
        HostsOf(answers.Find(domain, RecordType.Mx)).SelectMany(host => Records(answers, host, RecordType.A).Concat(Records(answers, host, RecordType.Aaaa)))
            .Take(MostAddresses).Select(address => new RecordQuestion(ReverseName.Of(IPAddress.Parse(address)), RecordType.Ptr));

    private static IReadOnlyList<string> Records(IDnsSnapshot answers, string name, RecordType type) => answers.Find(name, type)?.Records ?? [];
}
