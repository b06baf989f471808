using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

/// <summary>What servers of the zone above say, asked of a real one.</summary>
public sealed class DelegationFetchTests
{
    private static readonly string[] World = [
        "test. 300 IN NS ns.test.", "ns.test. 300 IN A 127.0.0.1", "sender.test. 300 IN NS a.ns.sender.test.", "sender.test. 300 IN NS b.ns.sender.test.",
        "a.ns.sender.test. 300 IN A 127.0.0.9", "b.ns.sender.test. 300 IN A 127.0.0.10", "sub.sender.test. 300 IN MX 10 mx.sender.test."];

    [Fact]
    public async Task Fetch_ParentRefersElsewhere_IsReadWithItsGlueAndJudged()
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        await using var above = await NsdServer.StartAsync(
            ["sender.test. 300 IN NS a.ns.sender.test.", "sender.test. 300 IN NS old.sender.test.", "a.ns.sender.test. 300 IN A 127.0.0.8"], TestContext.Current.CancellationToken);
        using var world = TestDnsServer.Start(World);

        var facts = await Exam.OfAsync(world, Exam.Of("sender.test") with { AskNameServers = true }, options => options.AuthoritativePort = above.Port);

        var fact = Assert.Single(facts.Delegations);
        Assert.Equal(("test", "ns.test", DelegationState.Referral), (fact.Parent, fact.Server, fact.State));
        Assert.Equal(["a.ns.sender.test", "old.sender.test"], fact.Names);
        Assert.Equal([new GlueFact("a.ns.sender.test", IPAddress.Parse("127.0.0.8"))], fact.Glue);
        var check = HealthRules.Judge(facts).Checks.Single(check => check.Id == "delegation");
        Assert.Equal((CheckState.Warn, 3), (check.State, check.Evidence.Count));
    }

    [Fact]
    public async Task Fetch_ParentServesTheDomainOrIsDead_IsToldApart()
    {
        using var world = TestDnsServer.Start(World);

        var same = await Exam.OfAsync(world, Exam.Of("sender.test") with { AskNameServers = true });
        var dead = await Exam.OfAsync(world, Exam.Of("sender.test") with { AskNameServers = true }, options => options.AuthoritativePort = 9);
        var inside = await Exam.OfAsync(world, Exam.Of("sub.sender.test") with { AskNameServers = true });

        Assert.Equal(DelegationState.SameServer, Assert.Single(same.Delegations).State);
        Assert.Equal(DelegationState.Unknown, Assert.Single(dead.Delegations).State);
        Assert.Empty(inside.Delegations);
    }
}
