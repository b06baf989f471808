using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.TestKit.Builders;

/// <summary>MX observations for tests, written as short as a zone: <c>Mx.Seen("r1", 8, "example.net", "mx1.example.net 198.51.100.7")</c>.</summary>
public static class Mx
{
    /// <summary>Midnight of the test day; hours of the builders count from here.</summary>
    public static readonly DateTimeOffset Day = new(2026, 5, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An answer with hosts, first seen at an hour of the day and last an hour later.</summary>
    /// <param name="hosts">Name and addresses, separated by spaces; <c>?</c> as address means that its look-up failed.</param>
    public static MxObservation Seen(string resolver, double fromHour, string domain, params string[] hosts) =>
        Observe(resolver, fromHour, new MxAnswer
        {
            Domain = DomainName.Parse(domain),
            State = DnsState.Found,
            Rcode = "NOERROR",
            Ttl = 3600,
            Hosts = hosts.Select(Host).ToList(),
        });

    public static MxObservation Fails(string resolver, double fromHour, string domain, string rcode = "SERVFAIL") =>
        Observe(resolver, fromHour, new MxAnswer { Domain = DomainName.Parse(domain), State = DnsState.Unknown, Rcode = rcode });

    /// <summary>No MX; with addresses the domain receives on them (RFC 5321 §5.1).</summary>
    public static MxObservation None(string resolver, double fromHour, string domain, params string[] addresses) =>
        Observe(resolver, fromHour, new MxAnswer
        {
            Domain = DomainName.Parse(domain),
            State = DnsState.Absent,
            Rcode = "NOERROR",
            ImplicitAddresses = addresses.Select(IPAddress.Parse).ToList(),
        });

    public static MxObservation NoDomain(string resolver, double fromHour, string domain) =>
        Observe(resolver, fromHour, new MxAnswer { Domain = DomainName.Parse(domain), State = DnsState.Absent, Rcode = "NXDOMAIN" });

    public static MxObservation Null(string resolver, double fromHour, string domain) =>
        Observe(resolver, fromHour, new MxAnswer { Domain = DomainName.Parse(domain), State = DnsState.Found, Rcode = "NOERROR", IsNullMx = true });

    private static MxObservation Observe(string resolver, double fromHour, MxAnswer answer) =>
        new(0, resolver, Day.AddHours(fromHour), Day.AddHours(fromHour + 1), answer);

    private static MxHost Host(string text, int index)
    {
        var parts = text.Split(' ');
        var failed = parts.Contains("?");
        var addresses = failed ? [] : parts.Skip(1).Select(IPAddress.Parse).ToList();
        return new MxHost(DomainName.Parse(parts[0]), (index + 1) * 10, failed ? DnsState.Unknown : DnsState.Found, addresses);
    }
}
