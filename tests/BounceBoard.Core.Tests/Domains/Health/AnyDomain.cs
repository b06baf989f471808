using System.Net;
using BounceBoard.Core.Domains.Health;
using CsCheck;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>Any domain: for each aspect one of its states, the first of which is in order.</summary>
internal static class AnyDomain
{
    private const string Unanswered = "FAIL";

    /// <summary>Lines of DNS by aspect; the first is good, the last has no answer.</summary>
    public static readonly string[][][] Dns =
    [
        [
            ["example.net TXT v=spf1 ip4:192.0.2.0/24 ~all", "example.net MX 10 mx.example.net"], ["example.net MX 10 mx.example.net"],
            ["example.net TXT v=spf1 +all", "example.net MX 10 mx.example.net"], ["example.net TXT v=spf1 ip4:192.0.2.0/24 ?all", "example.net MX 10 mx.example.net"],
            ["example.net TXT v=spf1 include:gone.example.net oops ~all", "example.net MX 10 mx.example.net"],
            ["example.net TXT v=spf1 a:n1.example.net a:n2.example.net ~all", "example.net MX 10 mx.example.net"],
            [$"example.net TXT v=spf1 {string.Join(' ', Enumerable.Range(0, 9).Select(i => $"a:mx.example.net/{24 + (i % 8)}"))} -all", "example.net MX 10 mx.example.net"],
            ["example.net TXT v=spf1 include:open.example.net ~all", "open.example.net FAIL", "example.net MX 10 mx.example.net"], [$"example.net {Unanswered}"],
        ],
        [
            ["_dmarc.example.net TXT v=DMARC1; p=reject; rua=mailto:dmarc@example.net"], [], ["_dmarc.example.net TXT v=DMARC1; p=none"],
            ["_dmarc.example.net TXT v=DMARC1; p=quarantine; sp=none; t=y; rua=mailto:dmarc@example.org"], ["_dmarc.example.net TXT v=DMARC1; p=none; np=reject; rua=mailto:dmarc@example.net"],
            ["_dmarc.example.net TXT v=DMARC1; p=reject", "_dmarc.example.net TXT v=DMARC1; p=none"], [$"_dmarc.example.net {Unanswered}"],
        ],
        [
            [$"s1._domainkey.example.net TXT {Fact.Strong}", "_domainkey.example.net TXT "], [], [$"s1._domainkey.example.net TXT {Fact.Short}"], [$"s1._domainkey.example.net TXT {Fact.Broken}"],
            [$"s1._domainkey.example.net TXT {Fact.Strong}; t=y"], ["s1._domainkey.example.net TXT v=DKIM1; p="], [$"s1._domainkey.example.net {Unanswered}", "_domainkey.example.net TXT "],
        ],
        [["mx.example.net A 192.0.2.25"], ["mx.example.net A 10.0.0.1"], ["mx.example.net TXT nothing"], [$"mx.example.net {Unanswered}"]],
        [["_mta-sts.example.net TXT v=STSv1; id=1"], [], ["_mta-sts.example.net TXT v=STSv1; id=-"], [$"_mta-sts.example.net {Unanswered}"]],
        [["_smtp._tls.example.net TXT v=TLSRPTv1; rua=mailto:tls@example.net"], [], [$"_smtp._tls.example.net {Unanswered}"]],
        [["10.2.0.192.in-addr.arpa PTR out.example.net", "out.example.net A 192.0.2.10"], ["out.example.net A 192.0.2.99", "10.2.0.192.in-addr.arpa PTR out.example.net"], [], [$"10.2.0.192.in-addr.arpa {Unanswered}", $"out.example.net {Unanswered}"]],
        [["_25._tcp.mx.example.net TXT nothing"], ["_25._tcp.mx.example.net TLSA 3 1 1 00"], [$"_25._tcp.mx.example.net {Unanswered}"]],
    ];

    /// <summary>Facts besides DNS by aspect; the first is good, the last is not known.</summary>
    public static readonly Func<DomainFacts, DomainFacts>[][] Others =
    [
        [facts => facts, facts => Hosts(facts, Fact.Host(MailHostState.Plain)), facts => Hosts(facts, Fact.Host(MailHostState.Encrypted, "TLSv1.0", false)), facts => Hosts(facts, Fact.Host(MailHostState.Unreachable)), facts => facts with { MailHosts = [] }],
        [facts => facts, facts => facts with { MtaStsPolicy = new(404, "", "", "gone", false) }, facts => Policy(facts, "testing", "mx.example.net"), facts => Policy(facts, "enforce", "old.example.net"), facts => facts with { MtaStsPolicy = null }],
        [facts => facts, facts => facts with { Dnssec = DnssecState.Insecure }, facts => facts with { Dnssec = DnssecState.Bogus }, facts => facts with { Dnssec = DnssecState.Unknown }],
        [facts => facts, facts => facts with { NameServers = [Fact.Server("ns1.example.net", "10 a.example.net"), Fact.Server("ns2.example.net", "10 b.example.net")] },
            facts => facts with { NameServers = [Rude("ns1.example.net"), Rude("ns2.example.net")], Delegations = [new("net", "a.nic.example", DelegationState.Referral, ["old.example.net"], [])] }, facts => facts with { NameServers = [] }],
        [facts => facts, facts => facts with { SendingHosts = [new(Fact.Sender, "localhost")] }, facts => facts with { SendingHosts = [new(Fact.Sender, "out.example.net"), new(IPAddress.Parse("192.0.2.11"), "localhost")] }, facts => facts with { SendingHosts = [] }],
        [facts => facts, facts => facts with { Blocklists = [Fact.List(ListingState.Listed)] }, facts => facts with { Blocklists = [Fact.List(ListingState.NotListed), Fact.List(ListingState.Listed, subject: "example.net")] }, facts => facts with { Blocklists = [Fact.List(ListingState.QueryRefused)] }],
        [facts => facts, facts => facts with { Reports = new(Fact.Now.AddDays(-1), 1000, 700, 900, 500, 0.2) }, facts => facts with { Reports = new(Fact.Now.AddDays(-20), 0, 0, 0, 0, 0), OwnReportAddresses = ["dmarc@example.net"] }, facts => facts with { Reports = null }],
        [facts => facts with { Registration = new("example.net", Fact.Now.AddDays(90), "", [], "", false) }, facts => facts with { Registration = new("example.net", Fact.Now.AddDays(5), "", [], "", false) }, facts => facts],
    ];

    public static int Aspects => Dns.Length + Others.Length;

    public static int StatesOf(int aspect) => aspect < Dns.Length ? Dns[aspect].Length : Others[aspect - Dns.Length].Length;

    /// <summary>A state for each aspect.</summary>
    public static Gen<int[]> Gen { get; } = CsCheck.Gen.Int[0, 1000].Array[Aspects].Select(raw => raw.Select((number, aspect) => number % StatesOf(aspect)).ToArray());

    public static DomainFacts Of(int[] states)
    {
        var lines = Dns.SelectMany((aspect, i) => aspect[states[i]]).Concat(["example.net A 192.0.2.80", "example.net NS ns1.example.net", "example.net NS ns2.example.net"]);
        return Others.Select((aspect, i) => aspect[states[Dns.Length + i]]).Aggregate(Fact.With([.. lines]), (facts, change) => change(facts));
    }

    private static NameServerFact Rude(string name) => Fact.Server(name, "10 mx.example.net") with
    {
        KnowsEdns = false,
        AnswersTcp = false,
        GivesZone = true,
        IsOpenResolver = true,
        Signing = new([new(1, 257, 5, 1024)], Fact.Now.AddDays(-30), Fact.Now.AddDays(-1), 10),
    };

    private static DomainFacts Hosts(DomainFacts facts, MailHostFact host) => facts with { MailHosts = [host] };

    private static DomainFacts Policy(DomainFacts facts, string mode, string mx) => facts with { MtaStsPolicy = new(200, "text/plain", $"version: STSv1\nmode: {mode}\nmx: {mx}\nmax_age: 86400\n", "", false) };
}
