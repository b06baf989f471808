using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Endpoints;

/// <summary>The endpoint in comparable form: name in lower case, IPv4 unmapped, and the names its reverse record proves.</summary>
/// <param name="ConfirmedNames">PTR names whose own A or AAAA leads back to the address; anybody may write any PTR, so others do not count.</param>
internal sealed record RefusingServer(DomainName? Name, IPAddress? Ip, IReadOnlyList<DomainName> ConfirmedNames)
{
    public bool IsUnknown => Name is null && Ip is null;

    /// <summary>Our own server by its own log, as the log names it; null when the evidence is not such a log.</summary>
    public string? OurName { get; init; }

    /// <summary>The name in the evidence and those proven by the reverse record.</summary>
    public IEnumerable<DomainName> Names => Name is null ? ConfirmedNames : ConfirmedNames.Prepend(Name);

    public static RefusingServer Of(RemoteEndpoint endpoint, IReadOnlyList<RecordObservation> ptr, DateTimeOffset at)
    {
        var ip = Unmapped(endpoint.Ip);
        var name = endpoint.Name?.Trim();
        // Some sources write the address where the name belongs, with or without brackets.
        if (IPAddress.TryParse(name?.Trim('[', ']'), out var literal))
        {
            (name, ip) = (null, ip ?? Unmapped(literal));
        }
        var known = DomainName.TryParse(name, out var parsed) ? parsed : null;
        return new RefusingServer(known, ip, ip is null ? [] : Confirmed(ip, ptr.Where(seen => seen.From <= at).ToList()))
        {
            OurName = endpoint.IsOurs ? endpoint.Name ?? ip?.ToString() ?? "the server" : null,
        };
    }

    public override string ToString() => (Name, Ip) switch
    {
        ({ } name, { } ip) => $"{name.Value} ({ip})",
        ({ } name, null) => name.Value,
        (null, { } ip) => ip.ToString(),
        (null, null) => "an unnamed server",
    };

    internal static IPAddress? Unmapped(IPAddress? ip) => ip is { IsIPv4MappedToIPv6: true } ? ip.MapToIPv4() : ip;

    private static List<DomainName> Confirmed(IPAddress ip, IReadOnlyList<RecordObservation> seen)
    {
        var reverse = ReverseName.Of(ip);
        var names = seen
            .Where(row => row.Answer is { Type: RecordType.Ptr, State: DnsState.Found } && IsReverseOf(row.Answer.Name, ip, reverse))
            .SelectMany(row => row.Answer.Records)
            .Select(text => DomainName.TryParse(text, out var name) ? name : null)
            .OfType<DomainName>()
            .Distinct();
        return names.Where(name => LeadsBack(name, ip, seen)).OrderBy(name => name.Value, StringComparer.Ordinal).ToList();
    }

    private static bool IsReverseOf(string asked, IPAddress ip, string reverse) =>
        asked.TrimEnd('.').Equals(reverse, StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(asked, out var plain) && plain.Equals(ip));

    private static bool LeadsBack(DomainName name, IPAddress ip, IReadOnlyList<RecordObservation> seen) => seen.Any(row =>
        row.Answer is { Type: RecordType.A or RecordType.Aaaa, State: DnsState.Found }
        && DomainName.TryParse(row.Answer.Name, out var asked) && asked == name
        && row.Answer.Records.Any(text => IPAddress.TryParse(text, out var address) && address.Equals(ip)));
}
