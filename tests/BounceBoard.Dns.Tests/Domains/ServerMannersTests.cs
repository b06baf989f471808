using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

/// <summary>How name servers behave besides what they answer, and which are not asked at all.</summary>
public sealed class ServerMannersTests
{
    private static readonly string[] Zone = [
        "sender.test. 300 IN SOA ns.sender.test. hostmaster.sender.test. 7 3600 600 86400 60", "sender.test. 300 IN NS ns.sender.test.", "ns.sender.test. 300 IN A 127.0.0.1"];

    [Fact]
    public async Task Fetch_RealServer_KnowsEdnsAnswersTcpAndKeepsItsZone()
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("bounceboard-zones-");
        await using var names = await NsdServer.StartAsync([], [SignedZone.Plain(folder, "kept.test"), SignedZone.Plain(folder, "given.test") with { IsGiven = true }], TestContext.Current.CancellationToken);
        using var world = TestDnsServer.Start("kept.test. 300 IN NS ns.kept.test.", "ns.kept.test. 300 IN A 127.0.0.1", "given.test. 300 IN NS ns.given.test.", "ns.given.test. 300 IN A 127.0.0.1");

        var kept = await ServerOfAsync(world, "kept.test", names.Port);
        var given = await ServerOfAsync(world, "given.test", names.Port);
        folder.Delete(recursive: true);

        Assert.Equal((true, true, false, false), (kept.KnowsEdns, kept.AnswersTcp, kept.IsOpenResolver, kept.GivesZone));
        Assert.True(given.GivesZone);
        Assert.Empty(given.Signing?.Keys ?? [new ZoneKey(0, 0, 0, 0)]);
    }

    [Fact]
    public async Task Fetch_ServerThatLooksUpForeignNames_IsAnOpenResolver()
    {
        using var server = TestDnsServer.Start([.. Zone, "a.root-servers.net. 300 IN A 198.51.100.4"]);
        server.IsAuthoritative = false;

        Assert.True((await ServerOfAsync(server, "sender.test", server.Endpoint.Port)).IsOpenResolver);
    }

    [Fact]
    public async Task Fetch_ServerThatIsDead_SaysNothing()
    {
        using var server = TestDnsServer.Start(Zone);

        var dead = await ServerOfAsync(server, "sender.test", FreePort.ForDns(IPAddress.Loopback));

        Assert.Equal((null, null, null, null, null), (dead.KnowsEdns, dead.AnswersTcp, dead.IsOpenResolver, dead.GivesZone, dead.Signing));
    }

    [Fact]
    public async Task Fetch_SpfOfType99_IsRead()
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        await using var names = await NsdServer.StartAsync(["sender.test. 300 IN SPF \"v=spf1 \" \"-all\""], TestContext.Current.CancellationToken);
        using var unused = TestDnsServer.Start();

        var facts = await Exam.OfAsync(unused, Exam.Of("sender.test"), options => options.Resolvers[0].Port = names.Port);

        Assert.Equal(["v=spf1 -all"], facts.Records("sender.test", RecordType.Spf));
    }

    [Fact]
    public async Task Fetch_ServersOfAPrivateNetwork_AreNotAskedUnlessAllowed()
    {
        using var server = TestDnsServer.Start([.. Zone, "sender.test. 300 IN NS out.sender.test.", "test. 300 IN NS ns.sender.test."]);

        var facts = await Exam.OfAsync(server, Exam.Of("sender.test") with { AskNameServers = true }, options => options.AuthoritativePort = 53);

        var fact = facts.NameServers.Single(one => one.Name == "ns.sender.test");
        Assert.Equal((IPAddress.Loopback, null), (fact.Address, fact.IsAuthoritative));
        Assert.Empty(fact.Answers);
        Assert.Equal(DelegationState.Unknown, Assert.Single(facts.Delegations).State);
    }

    [Theory]
    [InlineData("127.0.0.1", 53, false)]
    [InlineData("10.1.2.3", 53, true)]
    [InlineData("192.168.1.1", 53, false)]
    [InlineData("8.8.8.8", 53, true)]
    [InlineData("::ffff:192.168.1.1", 53, false)]
    [InlineData("127.0.0.1", 5353, true)]
    public void Reach_Address_IsAllowed(string address, int port, bool isAllowed) =>
        Assert.Equal(isAllowed, new ServerReach([IPNetwork.Parse("10.0.0.0/8")], port).Allows(IPAddress.Parse(address)));

    private static async Task<NameServerFact> ServerOfAsync(TestDnsServer world, string domain, int port) =>
        Assert.Single((await Exam.OfAsync(world, Exam.Of(domain) with { AskNameServers = true }, options => options.AuthoritativePort = port)).NameServers);
}
