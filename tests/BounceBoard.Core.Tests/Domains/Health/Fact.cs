using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>Facts of a made-up domain, all in order unless a line says otherwise.</summary>
internal static class Fact
{
    public const string Domain = "example.net";
    public static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    public static readonly IPAddress Sender = IPAddress.Parse("192.0.2.10");

    /// <summary>RSA, 2,048 and 1,024 and 512 bits.</summary>
    public static readonly string Strong = KeyOf(2048);
    public static readonly string Short = KeyOf(1024);
    public static readonly string Broken = KeyOf(512);

    public static readonly string[] GoodLines =
    [
        "example.net TXT v=spf1 ip4:192.0.2.0/24 ~all", "example.net MX 10 mx.example.net", "example.net A 192.0.2.80", "example.net NS ns1.example.net", "example.net NS ns2.example.net",
        "_dmarc.example.net TXT v=DMARC1; p=reject; rua=mailto:dmarc@example.net", $"s1._domainkey.example.net TXT {Strong}", "_domainkey.example.net TXT ",
        "mx.example.net A 192.0.2.25", "_mta-sts.example.net TXT v=STSv1; id=1", "_smtp._tls.example.net TXT v=TLSRPTv1; rua=mailto:tls@example.net",
        "10.2.0.192.in-addr.arpa PTR out.example.net", "out.example.net A 192.0.2.10",
    ];

    public static DomainFacts Good { get; } = With(GoodLines);

    /// <summary>The good facts over other DNS.</summary>
    public static DomainFacts With(params string[] lines) => new()
    {
        Domain = DomainName.Parse(Domain),
        At = Now,
        Resolver = "test",
        Dns = new WholeZone(lines),
        Selectors = [new("s1", SelectorOrigin.Configured)],
        MailHosts = [Host(MailHostState.Encrypted)],
        MtaStsPolicy = new(200, "text/plain", "version: STSv1\nmode: enforce\nmx: mx.example.net\nmax_age: 86400\n", "", false),
        Dnssec = DnssecState.Secure,
        NameServers = [Server("ns1.example.net", "10 mx.example.net"), Server("ns2.example.net", "10 mx.example.net")],
        SendingHosts = [new(Sender, "out.example.net")],
        Blocklists = [List(ListingState.NotListed)],
        Reports = new(Now.AddDays(-1), 1000, 990, 990, 990, 0),
    };

    /// <summary>The good lines, with those of a name and type replaced.</summary>
    public static DomainFacts Replacing(string name, string type, params string[] lines) => With([.. Lines(name, type), .. lines]);

    public static string[] Lines(string without, string type) => [.. GoodLines.Where(line => !line.StartsWith($"{without} {type} ", StringComparison.Ordinal))];

    public static MailHostFact Host(MailHostState state, string tls = "TLSv1.3", bool isTrusted = true) => new()
    {
        Host = DomainName.Parse("mx.example.net"),
        Address = IPAddress.Parse("192.0.2.25"),
        State = state,
        Banner = "mx.example.net ESMTP",
        TlsVersion = tls,
        CertificateEnds = Now.AddDays(60),
        IsChainTrusted = isTrusted,
        IsNameValid = isTrusted,
    };

    public static NameServerFact Server(string name, string mx) => new(name, IPAddress.Parse("192.0.2.53"), [new(Domain, RecordType.Mx, DnsState.Found, "NOERROR", [mx], 300)], true);

    public static BlocklistFact List(ListingState state, string zone = "zen.spamhaus.org", string? subject = null) => new(zone, subject ?? Sender.ToString(), state, state == ListingState.Listed ? ["127.0.0.2"] : [], "");

    public static ScorePart Part(this DomainFacts facts, string id) => HealthRules.Judge(facts).Score.Parts.Single(part => part.Id == id);

    public static HealthCheck Check(this DomainFacts facts, string id) => HealthRules.Judge(facts).Checks.First(check => check.Id == id);

    private static string KeyOf(int bits)
    {
        using var rsa = System.Security.Cryptography.RSA.Create(bits);
        return $"v=DKIM1; k=rsa; p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}";
    }
}
