using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.MxObservations;
using Xunit;

namespace BounceBoard.Operations.Tests.Tenants;

/// <summary>The sample shows what the house can say, by the same way as real evidence, and asks nobody.</summary>
public sealed class DemoTenantTests
{
    [Fact]
    public async Task Load_ShowsEveryVerdictAndTheMainCauses_WithoutAnyNetwork()
    {
        await using var house = await IntakeHouse.OpenAsync();

        var loaded = await house.Get<DemoTenant>().LoadAsync(Actor.Cli, default);

        Assert.True(loaded.TryGet(out var tenant), loaded.Problem);
        Assert.True(tenant.IsDemo);
        var incidents = await house.Incidents.ListAsync(tenant.Id, IncidentFilter.All, default);
        var verdicts = string.Join('\n', incidents.Select(incident => $"{incident.ScopeName} {incident.Verdict} {incident.Cause}").Order());
        Assert.Equal(
            """
            bigmail-servers.test Retry ReceiverIncident
            moved-mail.example Investigate WrongMx
            no-mail.example Investigate BadAddress
            pinned-route.example Investigate PinnedRoute
            quiet-host.example Investigate Undetermined
            relay.sender.example Investigate RelayPolicy
            shop.example Suppress BadAddress
            split-view.example Investigate WrongMx
            """.ReplaceLineEndings("\n"),
            verdicts);
        Assert.Equal(0, house.Dns.Queries);
        Assert.Empty(await house.Get<DomainWatchReader>().ListDueAsync(house.Time.GetUtcNow().AddDays(1), 100, default));
    }

    [Fact]
    public async Task Load_Twice_SaysThatItIsThere()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.Get<DemoTenant>().LoadAsync(Actor.Cli, default);

        var again = await house.Get<DemoTenant>().LoadAsync(Actor.Cli, default);

        Assert.Equal("The sample data is loaded already: open the tenant 'demo'.", again.Problem);
    }

    [Fact]
    public async Task Load_RecordedAnswers_AreNoAnswersForARealTenant()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.Get<DemoTenant>().LoadAsync(Actor.Cli, default);

        await house.ReceiveAsync(new TestKit.Evidence.SampleDsn { Recipient = "a@shop.example", RemoteMta = "mx.shop.example", RemoteIp = "198.51.100.41" }.ToBytes());

        var incident = await house.IncidentAsync();
        var verdict = await house.Verdicts.CurrentAsync(house.Tenant, incident.Id, default);
        Assert.NotEqual(EndpointRelation.CurrentMx, verdict?.Relation);
        Assert.NotEqual(Verdict.Suppress, incident.Verdict);
    }
}
