using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Benchmarks.Spf;

/// <summary>Domains with the records that are usual: a provider's tree of includes, long lists of networks, hosts, macros, faults; and who asks to send for them.</summary>
internal static class SpfZone
{
    private static readonly string[] Domains =
        ["office.test", "shop.test", "macro.test", "moved.test", "parked.test", "long.test", "nothing.test", "broken.test", "void.test", "hosts.test"];

    // Of the provider's first and last network, of the shop's own, of an exchange, of nobody; and the same in IPv6.
    private static readonly string[] Clients =
        ["198.51.100.3", "203.0.113.250", "192.0.2.9", "192.0.2.77", "192.0.2.200", "2001:db8:1::25", "2001:db8:9::9"];

    /// <summary>Data by name and type; an MX is "preference host".</summary>
    public static IReadOnlyDictionary<(string Name, RecordType Type), string[]> Records { get; } = new Dictionary<(string, RecordType), string[]>
    {
        [("office.test", RecordType.Txt)] = ["site-verification=1f9c", "v=spf1 include:_spf.provider.test include:campaigns.test ip4:192.0.2.0/28 ~all"],
        [("_spf.provider.test", RecordType.Txt)] = ["v=spf1 include:_n1.provider.test include:_n2.provider.test include:_n3.provider.test ~all"],
        [("_n1.provider.test", RecordType.Txt)] = [$"v=spf1 {Networks("198.51.100", 12)} ~all"],
        [("_n2.provider.test", RecordType.Txt)] = ["v=spf1 ip6:2001:db8:1::/48 ip6:2001:db8:2::/48 ip6:2001:db8:3::/48 ip6:2001:db8:4::/48 ip6:2001:db8:5::/48 ~all"],
        [("_n3.provider.test", RecordType.Txt)] = [$"v=spf1 {Networks("203.0.113", 16)} ~all"],
        [("campaigns.test", RecordType.Txt)] = [$"v=spf1 {Networks("192.0.2", 10)} -all"],
        [("shop.test", RecordType.Txt)] = ["v=spf1 a mx a:mail.shop.test/30 include:_spf.provider.test -all"],
        [("shop.test", RecordType.A)] = ["192.0.2.80", "192.0.2.81"],
        [("shop.test", RecordType.Aaaa)] = ["2001:db8:9::80"],
        [("shop.test", RecordType.Mx)] = ["10 mx1.shop.test", "20 mx2.shop.test"],
        [("mx1.shop.test", RecordType.A)] = ["192.0.2.76"],
        [("mx1.shop.test", RecordType.Aaaa)] = ["2001:db8:9::76"],
        [("mx2.shop.test", RecordType.A)] = ["192.0.2.77"],
        [("mx2.shop.test", RecordType.Aaaa)] = ["2001:db8:9::77"],
        [("mail.shop.test", RecordType.A)] = ["192.0.2.10"],
        [("mail.shop.test", RecordType.Aaaa)] = ["2001:db8:9::10"],
        [("macro.test", RecordType.Txt)] = ["v=spf1 exists:%{ir}.%{v}._ip.%{d2} exists:%{l1r-}.%{o}._user.macro.test -all"],
        [("9.2.0.192.in-addr._ip.macro.test", RecordType.A)] = ["127.0.0.2"],
        [("moved.test", RecordType.Txt)] = ["v=spf1 ip4:192.0.2.200 redirect=_spf.provider.test"],
        [("parked.test", RecordType.Txt)] = ["v=spf1 -all"],
        [("long.test", RecordType.Txt)] = [$"v=spf1 {Networks("203.0.113", 30)} ip4:192.0.2.200 ?all"],
        [("nothing.test", RecordType.Txt)] = ["site-verification=77ab"],
        [("broken.test", RecordType.Txt)] = ["v=spf1 ip4:192.0.2.300 include:_spf.provider.test -all"],
        [("void.test", RecordType.Txt)] = ["v=spf1 a:one.void.test a:two.void.test a:three.void.test -all"],
        [("hosts.test", RecordType.Txt)] = ["v=spf1 a:mail.shop.test mx:shop.test ip6:2001:db8:9::/64 -all"],
    };

    public static IReadOnlyList<SpfRequest> Requests { get; } =
        [.. from domain in Domains from client in Clients select new SpfRequest { Ip = IPAddress.Parse(client), MailFrom = $"user@{domain}", Helo = $"out.{domain}" }];

    /// <summary>Every answer that the requests need, and no others.</summary>
    public static DnsSnapshot Snapshot()
    {
        var snapshot = new DnsSnapshot();
        foreach (var request in Requests)
        {
            while (SpfEvaluator.Evaluate(request, snapshot) is { IsComplete: false } open)
            {
                foreach (var question in open.Missing)
                    snapshot.Add(question, Answer(question));
            }
        }
        return snapshot;
    }

    private static RecordAnswer Answer(RecordQuestion question) => Records.TryGetValue((question.Name, question.Type), out var data)
        ? new RecordAnswer(question.Name, question.Type, DnsState.Found, "NOERROR", data, 300)
        : new RecordAnswer(question.Name, question.Type, DnsState.Absent, "NXDOMAIN", [], 300);

    // From the top down, so that low addresses are found late.
    private static string Networks(string start, int count) => string.Join(' ', Enumerable.Range(0, count).Select(index => $"ip4:{start}.{252 - (8 * index)}/30"));
}
