using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Web.Tests.Domains;

/// <summary>A judged domain put together by hand: pages are tested with it, rules are not.</summary>
internal static class SampleHealth
{
    public const string Domain = "acme.test";

    public static readonly DateTimeOffset At = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    public static DnsSnapshot Dns { get; } = DnsSnapshot.Of(
    [
        Found(Domain, RecordType.Txt, "v=spf1 include:_spf.example.net a -all ip4:192.0.2.1"),
        Found("_spf.example.net", RecordType.Txt, "v=spf1 include:deep.example.net mx ~all"),
        Found("deep.example.net", RecordType.Txt, "v=spf1 ip4:192.0.2.0/24 -all"),
        Found(Domain, RecordType.A, "192.0.2.10"),
        Found("_spf.example.net", RecordType.Mx, "10 mx.example.net"),
        Found("mx.example.net", RecordType.A, "203.0.113.7"),
        Found($"_dmarc.{Domain}", RecordType.Txt, "v=DMARC1; p=quarantine; t=y"),
        Absent("_dmarc.test", RecordType.Txt),
        Found(Domain, RecordType.Mx, "10 mx.acme.test", "20 gone.acme.test"),
        Found("mx.acme.test", RecordType.A, "192.0.2.25"),
        Absent("mx.acme.test", RecordType.Aaaa),
        new RecordAnswer("gone.acme.test", RecordType.A, DnsState.Unknown, "TIMEOUT", [], null),
        Found("25.2.0.192.in-addr.arpa", RecordType.Ptr, "mx.acme.test"),
        Found($"s1._domainkey.{Domain}", RecordType.Txt, "v=DKIM1; p=abc"),
        Absent($"google._domainkey.{Domain}", RecordType.Txt),
        Found(Domain, RecordType.Ns, "ada.ns.cloudflare.com"),
    ]);

    public static DomainFacts Facts { get; } = new()
    {
        Domain = DomainName.Parse(Domain),
        At = At,
        Resolver = "first",
        Dns = Dns,
        Selectors = [new("s1", SelectorOrigin.Configured), new("s9", SelectorOrigin.Seen), new("google", SelectorOrigin.Common)],
        MailHosts =
        [
            new()
            {
                Host = DomainName.Parse("mx.acme.test"), Address = IPAddress.Parse("192.0.2.25"), State = MailHostState.Encrypted, TlsVersion = "TLSv1.3",
                Certificates = [[1]], CertificateNames = ["mx.acme.test"], CertificateEnds = At.AddDays(34), IsChainTrusted = true, IsNameValid = true,
            },
        ],
        Blocklists =
        [
            new("bl.example", "192.0.2.25", ListingState.Listed, ["127.0.0.2"], "spam seen"),
            new("other.example", "192.0.2.25", ListingState.NotListed, [], ""),
            new("shut.example", "192.0.2.25", ListingState.QueryRefused, ["127.255.255.254"], ""),
        ],
    };

    public static HealthCheck Fault { get; } = new(
        "spf-lookups", "", CheckArea.Spf, CheckState.Fail, "SPF stays within ten look-ups", ["12 look-ups"], "RFC 7208 §4.6.4",
        new HealthAdvice("Receivers stop at the eleventh.", "SPF then protects nothing.", ["Remove an include."], [new ProposedRecord(Domain, RecordType.Txt, "v=spf1 mx -all")]),
        6);

    public static HealthCheck Key { get; } = new(
        "dkim-key", "s1", CheckArea.Dkim, CheckState.Pass, "The key is strong", ["RSA, 2048 bits"], "RFC 8301 §3.2", null, 0);

    public static HealthCheck Open { get; } = new(
        "tls-starttls", "gone.acme.test", CheckArea.Transport, CheckState.Unknown, "Mail hosts offer STARTTLS", [], "RFC 3207", null, 0);

    public static HealthScore Score { get; } = new(
        1, DomainProfile.Sending, 59, 50, 66, 84, "F",
        [
            new("spf", "Impersonation", "SPF record", 6, 0, "More than ten look-ups.", ["spf-lookups"]),
            new("dkim", "Impersonation", "DKIM key", 6, 6, "One live key of 2048 bits.", ["dkim-key"]),
            new("tls", "Transport", "STARTTLS", 6, null, "No host could be tried.", ["tls-starttls"]),
        ],
        [new ScoreCap("spf-lookups", "SPF is permerror.", 59)]);

    public static DomainHealth Health { get; } = new(Facts, Score, [Fault, Key, Open], SpfSurvey.Of(Domain, Dns), PolicyDiscovery.For(Domain, Dns));

    private static RecordAnswer Found(string name, RecordType type, params string[] records) => new(name, type, DnsState.Found, "NOERROR", records, 300);

    private static RecordAnswer Absent(string name, RecordType type) => new(name, type, DnsState.Absent, "NXDOMAIN", [], 300);
}
