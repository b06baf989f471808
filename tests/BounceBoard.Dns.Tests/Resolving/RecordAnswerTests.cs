using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Resolving;

public sealed class RecordAnswerTests : IDisposable
{
    private readonly TestDnsServer _server = TestDnsServer.Start(
        "example.net. 300 IN TXT \"v=spf1 ip4:192.0.2.0/24 \" \"-all\"", "example.net. 60 IN TXT \"another=record\"",
        "7.100.51.198.in-addr.arpa. 300 IN PTR MX1.Example.net.",
        "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. 300 IN PTR six.example.net.",
        "www.example.net. 300 IN CNAME web.example.net.", "web.example.net. 300 IN A 198.51.100.80", "example.net. 300 IN NS ns.example.net.");

    [Fact]
    public async Task Txt_StringsOfOneRecord_AreJoinedAndRecordsSorted()
    {
        var answer = await AskAsync("Example.NET.", RecordType.Txt);
        Assert.Equal("example.net", answer.Name);
        Assert.Equal(["another=record", "v=spf1 ip4:192.0.2.0/24 -all"], answer.Records);
        Assert.Equal(60, answer.Ttl);
    }

    [Theory]
    [InlineData("198.51.100.7", "7.100.51.198.in-addr.arpa", "mx1.example.net")]
    [InlineData("7.100.51.198.in-addr.arpa", "7.100.51.198.in-addr.arpa", "mx1.example.net")]
    [InlineData("2001:db8::7", "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", "six.example.net")]
    public async Task Ptr_AddressOrReverseName_GivesTheName(string asked, string name, string host)
    {
        var answer = await AskAsync(asked, RecordType.Ptr);
        Assert.Equal(name, answer.Name);
        Assert.Equal(host, Assert.Single(answer.Records));
    }

    [Fact]
    public async Task Alias_AskedForItsAddress_GivesTheTargets()
    {
        Assert.Equal("198.51.100.80", Assert.Single((await AskAsync("www.example.net", RecordType.A)).Records));
        Assert.Equal("web.example.net", Assert.Single((await AskAsync("www.example.net", RecordType.Cname)).Records));
        Assert.Equal("ns.example.net", Assert.Single((await AskAsync("example.net", RecordType.Ns)).Records));
    }

    [Fact]
    public async Task Absent_NoDataAndNoName_DifferByRcode()
    {
        var noData = await AskAsync("web.example.net", RecordType.Aaaa);
        var noName = await AskAsync("none.example.net", RecordType.Aaaa);
        Assert.Equal((DnsState.Absent, "NOERROR"), (noData.State, noData.Rcode));
        Assert.Equal((DnsState.Absent, "NXDOMAIN"), (noName.State, noName.Rcode));
    }

    [Fact]
    public async Task Txt_FortyKilobytes_ComesThroughAndIsCut()
    {
        _server.Add($"huge.example.net. 300 IN TXT {new string('x', 40_000)}");
        var answer = await AskAsync("huge.example.net", RecordType.Txt);
        Assert.Equal(DnsState.Found, answer.State);
        Assert.Equal(8193, Assert.Single(answer.Records).Length);
        Assert.True(_server.TcpQueriesFor("huge.example.net") > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("bad name.example")]
    public async Task Name_CannotBeAsked_IsUnknownAndSendsNothing(string name)
    {
        var answer = await AskAsync(name, RecordType.Txt);
        Assert.Equal((DnsState.Unknown, "BADNAME"), (answer.State, answer.Rcode));
        Assert.Equal(0, _server.Queries);
    }

    public void Dispose() => _server.Dispose();

    private async Task<RecordAnswer> AskAsync(string name, RecordType type)
    {
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        return await resolvers.All[0].RecordAsync(name, type, TestContext.Current.CancellationToken);
    }
}
