using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

public sealed class NameServersFetchTests
{
    private static readonly IPAddress[] Addresses = [IPAddress.Loopback, IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];

    private static readonly string[] Zone = [
        "sender.test. 300 IN SOA a.ns.test. hostmaster.sender.test. 7 3600 600 86400 60", "sender.test. 300 IN NS a.ns.test.", "sender.test. 300 IN NS b.ns.test.",
        "a.ns.test. 300 IN A 127.0.0.1", "b.ns.test. 300 IN A 127.0.0.2", "sub.sender.test. 300 IN MX 10 mx.sender.test.",
        "_dmarc.sender.test. 300 IN TXT \"v=DMARC1; p=none\""];

    [Fact]
    public async Task Fetch_ServersDiffer_EachSaysItsOwn()
    {
        var port = FreePort.ForDns(Addresses);
        using var first = TestDnsServer.Start(new IPEndPoint(Addresses[0], port), [.. Zone, "sender.test. 300 IN TXT \"v=spf1 -all\""]);
        using var second = TestDnsServer.Start(new IPEndPoint(Addresses[1], port), [.. Zone, "sender.test. 300 IN TXT \"v=spf1 ?all\""]);

        var facts = await Exam.OfAsync(first, Exam.Of("sender.test") with { AskNameServers = true });

        Assert.Equal(["a.ns.test", "b.ns.test"], facts.NameServers.Select(server => server.Name));
        Assert.All(facts.NameServers, server => Assert.True(server.IsAuthoritative));
        Assert.Equal(["v=spf1 -all", "v=spf1 ?all"], facts.NameServers.SelectMany(server => Of(server, "sender.test", RecordType.Txt).Records));
        Assert.All(facts.NameServers, server => Assert.Contains(" 7 3600", Assert.Single(Of(server, "sender.test", RecordType.Soa).Records), StringComparison.Ordinal));
        Assert.All(facts.NameServers, server => Assert.Equal(["v=DMARC1; p=none"], Of(server, "_dmarc.sender.test", RecordType.Txt).Records));
    }

    [Fact]
    public async Task Fetch_LameDeadAndNamelessServers_AreToldApart()
    {
        var port = FreePort.ForDns(Addresses);
        using var good = TestDnsServer.Start(new IPEndPoint(Addresses[0], port),
            [.. Zone, "sender.test. 300 IN NS c.ns.test.", "c.ns.test. 300 IN A 127.0.0.3", "sender.test. 300 IN NS d.ns.test."]);
        using var lame = TestDnsServer.Start(new IPEndPoint(Addresses[1], port), Zone);
        lame.IsAuthoritative = false;

        var facts = await Exam.OfAsync(good, Exam.Of("sender.test") with { AskNameServers = true });

        Assert.Equal([true, false, null, null], facts.NameServers.Select(server => server.IsAuthoritative));
        Assert.Equal((DnsState.Unknown, "LAME"), (Of(facts.NameServers[1], "sender.test", RecordType.Txt).State, Of(facts.NameServers[1], "sender.test", RecordType.Txt).Rcode));
        Assert.All(facts.NameServers[2].Answers, answer => Assert.Equal(DnsState.Unknown, answer.State));
        Assert.Null(facts.NameServers[3].Address);
    }

    [Fact]
    public async Task Fetch_SubdomainWithoutNs_AsksTheServersOfTheZoneAbove()
    {
        var port = FreePort.ForDns(Addresses);
        using var server = TestDnsServer.Start(new IPEndPoint(Addresses[0], port), Zone);

        var facts = await Exam.OfAsync(server, Exam.Of("sub.sender.test") with { AskNameServers = true });
        var missing = await Exam.OfAsync(server, Exam.Of("nowhere.sender.test") with { AskNameServers = true });

        Assert.Equal("10 mx.sender.test", Assert.Single(Of(facts.NameServers[0], "sub.sender.test", RecordType.Mx).Records));
        Assert.Empty(missing.NameServers);
    }

    [Fact]
    public async Task Fetch_DmarcRecordIsAnAliasIntoAnotherZone_IsUnknownThereAndNotLame()
    {
        var port = FreePort.ForDns(Addresses);
        using var server = TestDnsServer.Start(new IPEndPoint(Addresses[0], port),
            [.. Zone.Where(line => !line.StartsWith("_dmarc", StringComparison.Ordinal)), "_dmarc.sender.test. 300 IN CNAME sender.hosted.example."]);

        var facts = await Exam.OfAsync(server, Exam.Of("sender.test") with { AskNameServers = true });

        Assert.True(facts.NameServers[0].IsAuthoritative);
        Assert.Equal(DnsState.Unknown, Of(facts.NameServers[0], "_dmarc.sender.test", RecordType.Txt).State);
    }

    private static RecordAnswer Of(NameServerFact server, string name, RecordType type) => server.Answers.Single(answer => answer.Name == name && answer.Type == type);
}
