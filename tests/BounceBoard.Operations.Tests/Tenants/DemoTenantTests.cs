using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Facets;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Audit;
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
    public async Task Load_CapitalLetters_AreASpikeThatIsExplainedAndOver()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var loaded = await house.Get<DemoTenant>().LoadAsync(Actor.Cli, default);
        Assert.True(loaded.TryGet(out var tenant), loaded.Problem);
        var incident = (await house.Incidents.ListAsync(tenant.Id, IncidentFilter.All, default)).Single(row => row.ScopeName == "bigmail-servers.test");
        Assert.Equal((IncidentState.Recovering, FacetNames.UpperCase, 12L), (incident.State, incident.ExplainedBy, incident.Actual));
        Assert.StartsWith("12 of 12 failures have a capital letter in the local part; 0 of ", incident.Explanation, StringComparison.Ordinal);
        Assert.InRange(incident.Expected ?? 99, 0, 1);
        Assert.True(incident.SinceAt <= incident.FirstAt && incident.StoppedAt > incident.LastAt, incident.SpikeText);

        house.Time.Advance(TimeSpan.FromHours(30));
        await house.Get<VerdictDesk>().DecideAsync(tenant.Id, incident.Id, default);
        var settled = await house.Incidents.FindAsync(tenant.Id, incident.Id, default);
        Assert.Equal((IncidentState.Resolved, incident.StoppedAt + TimeSpan.FromHours(24)), (settled?.State, settled?.ClosedAt));
        var audit = await house.Get<AuditReader>().ListAsync(tenant.Id, AuditFilter.All with { Action = "incident" }, 50, null, default);
        Assert.Equal(["incident.resolved", "incident.recovering"], audit.Select(row => row.Action));
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
