using System.Globalization;
using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Which servers take a domain's mail, by the answers at hand (RFC 5321 §5.1).</summary>
internal static class MailHostAddresses
{
    private const int MostHosts = 8;

    /// <returns>For each host, most preferred first, its first IPv4 and its first IPv6 address; none for the null MX (RFC 7505) and where DNS did not answer.</returns>
    public static IReadOnlyList<ProbeTarget> Of(DomainName domain, IDnsSnapshot dns) =>
        [.. Hosts(domain, dns).Take(MostHosts).SelectMany(host => Addresses(host, dns).Select(address => (Host: host, Address: address)))
            .Select((one, index) => new ProbeTarget(domain, one.Host, one.Address, index == 0))];

    private static IEnumerable<DomainName> Hosts(DomainName domain, IDnsSnapshot dns) =>
        dns.Find(domain.Value, RecordType.Mx) switch
        {
            { State: DnsState.Found, Records: var records } => records.Select(Exchange).OfType<(int Preference, DomainName Host)>()
                .OrderBy(one => one.Preference).ThenBy(one => one.Host.Value, StringComparer.Ordinal).Select(one => one.Host).Distinct(),
            { State: DnsState.Absent } => [domain],
            _ => [],
        };

    private static (int Preference, DomainName Host)? Exchange(string record) =>
        record.Split(' ') is [var preference, var name] && int.TryParse(preference, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DomainName.TryParse(name, out var host) ? (number, host) : null;

    private static IEnumerable<IPAddress> Addresses(DomainName host, IDnsSnapshot dns) =>
        new[] { RecordType.A, RecordType.Aaaa }
            .Select(type => (dns.Find(host.Value, type)?.Records ?? []).Select(text => IPAddress.TryParse(text, out var address) ? address : null).FirstOrDefault(address => address is not null))
            .OfType<IPAddress>();
}
