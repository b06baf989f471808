using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Microsoft.Extensions.Options;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

public sealed class FactsFetchTests : IDisposable
{
    private static readonly ExamSubject Subject = Exam.Of("sender.test") with
    {
        Selectors = [new SelectorFact("s1", SelectorOrigin.Seen), new SelectorFact("none", SelectorOrigin.Common)],
        SendingHosts = [new SendingHost(IPAddress.Parse("192.0.2.9"), "out.sender.test")],
    };

    private readonly TestDnsServer _server = TestDnsServer.Start(
        "sender.test. 300 IN TXT \"v=spf1 include:one.test -all\"", "one.test. 300 IN TXT \"v=spf1 include:two.test -all\"",
        "two.test. 300 IN TXT \"v=spf1 a:host.two.test -all\"", "host.two.test. 300 IN A 192.0.2.20",
        "sender.test. 300 IN MX 10 mx.sender.test.", "mx.sender.test. 300 IN A 192.0.2.25", "25.2.0.192.in-addr.arpa. 300 IN PTR mx.sender.test.",
        "_dmarc.sender.test. 300 IN TXT \"v=DMARC1; p=reject; rua=mailto:reports@reader.test\"",
        "sender.test._report._dmarc.reader.test. 300 IN TXT \"v=DMARC1\"", "reader.test. 300 IN MX 10 mx.reader.test.",
        "s1._domainkey.sender.test. 300 IN TXT \"v=DKIM1; p=\"", "_mta-sts.sender.test. 300 IN TXT \"v=STSv1; id=1\"",
        "_smtp._tls.sender.test. 300 IN TXT \"v=TLSRPTv1; rua=mailto:tls@sender.test\"", "mta-sts.sender.test. 300 IN A 192.0.2.80",
        "9.2.0.192.in-addr.arpa. 300 IN PTR out.sender.test.", "out.sender.test. 300 IN A 192.0.2.9",
        "sender.test. 300 IN NS ns.sender.test.", "ns.sender.test. 300 IN A 127.0.0.1",
        "sender.test. 300 IN SOA ns.sender.test. hostmaster.sender.test. 1 3600 600 86400 60");

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Fetch_WholeDomain_HoldsWhatEveryRuleNeeds()
    {
        var facts = await Exam.OfAsync(_server, Subject);

        Assert.Equal(("test", "sender.test"), (facts.Resolver, facts.Domain.Value));
        Assert.Equal(["v=DKIM1; p="], facts.Records("s1._domainkey.sender.test", RecordType.Txt));
        Assert.Equal(DnsState.Absent, facts.Dns.Find("none._domainkey.sender.test", RecordType.Txt)?.State);
        Assert.Equal(["192.0.2.20"], facts.Records("host.two.test", RecordType.A));
        Assert.Equal(["mx.sender.test"], facts.Records("25.2.0.192.in-addr.arpa", RecordType.Ptr));
        Assert.Equal(DnsState.Absent, facts.Dns.Find("_25._tcp.mx.sender.test", RecordType.Tlsa)?.State);
        Assert.Equal(["v=DMARC1"], facts.Records("sender.test._report._dmarc.reader.test", RecordType.Txt));
        Assert.Equal(["192.0.2.9"], facts.Records("out.sender.test", RecordType.A));
        Assert.Equal(["192.0.2.80"], facts.Records("mta-sts.sender.test", RecordType.A));
        Assert.Equal(["127.0.0.1"], facts.Records("ns.sender.test", RecordType.A));
        Assert.NotNull(facts.Dns.Find("_dmarc.test", RecordType.Txt));
        Assert.Equal(DnssecState.Unknown, facts.Dnssec);
        Assert.Empty(facts.HostDnssec);
        Assert.Empty(facts.NameServers);
        Assert.Empty(facts.Blocklists);
    }

    [Fact]
    public async Task Fetch_Once_AsksNoQuestionTwice()
    {
        var facts = await Exam.OfAsync(_server, Subject);

        Assert.Equal(Assert.IsType<DnsSnapshot>(facts.Dns).Count, _server.Queries);
    }

    [Theory]
    [InlineData(DnsFault.Drop, "TIMEOUT")]
    [InlineData(DnsFault.ServFail, "SERVFAIL")]
    [InlineData(DnsFault.Refused, "REFUSED")]
    public async Task Fetch_OneNameIsNotAnswered_IsUnknownAndTheRestIsThere(DnsFault fault, string rcode)
    {
        _server.Fail("_dmarc.sender.test", fault);

        var facts = await Exam.OfAsync(_server, Subject);

        var answer = facts.Dns.Find("_dmarc.sender.test", RecordType.Txt);
        Assert.Equal((DnsState.Unknown, rcode), (answer?.State, answer?.Rcode));
        Assert.Equal(["192.0.2.20"], facts.Records("host.two.test", RecordType.A));
    }

    [Fact]
    public async Task Fetch_FirstResolverIsDead_AsksTheNext()
    {
        var facts = await Exam.OfAsync(_server, Subject, options => options.Resolvers.Insert(
            0, new ResolverOptions { Name = "dead", Address = "127.0.0.1", Port = FreePort.ForDns(IPAddress.Loopback) }));

        Assert.Equal("test", facts.Resolver);
        Assert.Equal(DnsState.Found, facts.Dns.Find("sender.test", RecordType.Mx)?.State);
    }

    [Fact]
    public async Task Fetch_NobodyAnswers_EverythingIsUnknown()
    {
        var facts = await Exam.OfAsync(
            _server, Subject, options => options.Resolvers[0].Port = FreePort.ForDns(IPAddress.Loopback));

        Assert.All(Assert.IsType<DnsSnapshot>(facts.Dns).Answers, answer => Assert.Equal(DnsState.Unknown, answer.State));
    }

    [Fact]
    public async Task Fetch_Cancelled_Throws()
    {
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        var fetch = new FactsFetch(resolvers, Options.Create(_server.OptionsFor()), TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch.FetchAsync(Subject, new CancellationToken(true)));

        _server.Fail("_dmarc.sender.test", DnsFault.Drop);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch.FetchAsync(Subject, soon.Token));
    }

    [Fact]
    public async Task Fetch_SharedAnswers_AsksCommonNamesOnceAndFreshOnesAlways()
    {
        _server.Add("other.test. 300 IN TXT \"v=spf1 include:one.test -all\"", "test. 300 IN SOA ns.test. hostmaster.test. 1 3600 600 86400 300");
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        var fetch = new FactsFetch(resolvers, Options.Create(_server.OptionsFor()), TimeProvider.System);
        var round = Subject with { SharesAnswers = true };
        await fetch.FetchAsync(round, TestContext.Current.CancellationToken);
        var before = _server.QueriesFor("host.two.test");

        await fetch.FetchAsync(round, TestContext.Current.CancellationToken);
        await fetch.FetchAsync(Exam.Of("other.test") with { SharesAnswers = true }, TestContext.Current.CancellationToken);
        Assert.Equal(before, _server.QueriesFor("host.two.test"));

        _server.Replace("host.two.test. 300 IN A 192.0.2.21");
        var mended = await fetch.FetchAsync(Subject, TestContext.Current.CancellationToken);
        Assert.Equal(["192.0.2.21"], mended.Records("host.two.test", RecordType.A));
    }

    [Fact]
    public async Task Fetch_RecordsOfAnEnemy_EndInTime()
    {
        _server.Replace([.. Enumerable.Range(0, 60).Select(i => $"sender.test. 300 IN MX 10 h{i}.sender.test."),
            .. Enumerable.Range(0, 60).Select(i => $"h{i}.sender.test. 300 IN A 192.0.2.{i}"), "sender.test. 300 IN TXT \"v=spf1 include:sender.test redirect=sender.test\""]);

        var facts = await Exam.OfAsync(_server, Subject);

        Assert.InRange(_server.Queries, 1, 300);
        Assert.Equal(60, facts.Records("sender.test", RecordType.Mx)?.Count);
    }
}
