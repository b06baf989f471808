using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Where mail for the domain goes (RFC 5321 §5.1, RFC 7505).</summary>
/// <param name="State">Of the MX question.</param>
/// <param name="IsNull">The null MX: the domain accepts no mail.</param>
/// <param name="IsImplicit">There is no MX, so the domain's own addresses receive its mail.</param>
/// <param name="Hosts">Names as written, by preference then name, each once; empty where there is none.</param>
internal sealed record MailRoute(DnsState State, bool IsNull, bool IsImplicit, IReadOnlyList<string> Hosts, RecordAnswer? Answer)
{
    public static MailRoute Of(string domain, IDnsSnapshot dns)
    {
        if (dns.Find(domain, RecordType.Mx) is not { State: not DnsState.Unknown } answer)
        {
            return new MailRoute(DnsState.Unknown, false, false, [], null);
        }
        if (answer.State == DnsState.Absent)
        {
            var hasAddress = dns.Find(domain, RecordType.A) is { State: DnsState.Found } || dns.Find(domain, RecordType.Aaaa) is { State: DnsState.Found };
            return new MailRoute(DnsState.Absent, false, hasAddress, hasAddress ? [domain] : [], answer);
        }
        var hosts = answer.Records.OrderBy(PreferenceOf).ThenBy(HostOf, StringComparer.Ordinal).Select(HostOf).Distinct().ToList();
        return hosts is [""] ? new MailRoute(DnsState.Found, true, false, [], answer) : new MailRoute(DnsState.Found, false, false, [.. hosts.Where(host => host.Length > 0)], answer);
    }

    private static int PreferenceOf(string record) => int.TryParse(record.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture, out var preference) ? preference : 0;

    private static string HostOf(string record) => TargetName.WithoutRootDot(record.Split(' ')[^1]).ToLowerInvariant();
}
