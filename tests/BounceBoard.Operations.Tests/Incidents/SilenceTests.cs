using BounceBoard.Core.Alerts;
using BounceBoard.Core.Incidents;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Alerts;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Incidents;

/// <summary>An incident that never had a spike ends when it is heard no more.</summary>
public sealed class SilenceTests
{
    private static readonly DateTimeOffset FirstAt = new SampleDsn().At;

    [Fact]
    public async Task DecideDue_ASilentIncident_RecoversAfterTwoWeeksAndIsResolvedADayLater()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());

        Assert.Equal(IncidentState.Open, await AtAsync(house, SpikeMoves.Silence - TimeSpan.FromHours(1)));
        Assert.Equal(IncidentState.Recovering, await AtAsync(house, SpikeMoves.Silence));
        Assert.Equal(IncidentState.Resolved, await AtAsync(house, SpikeMoves.Silence + SpikeMoves.Settling));

        Assert.Equal(FirstAt + SpikeMoves.Silence + SpikeMoves.Settling, (await house.IncidentAsync()).ClosedAt);
        // Nobody knows that it is well again, so nobody is told so.
        Assert.DoesNotContain(await house.Get<AlertReader>().ListAsync(house.Tenant, 100, default), alert => alert.Kind == AlertKind.Recovered);
    }

    [Fact]
    public async Task DecideDue_RefusedAgainBeforeItWasResolved_IsOpenAgain()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        Assert.Equal(IncidentState.Recovering, await AtAsync(house, SpikeMoves.Silence));

        await house.ReceiveAsync(Again(SpikeMoves.Silence).ToBytes());

        Assert.Equal(IncidentState.Open, (await house.IncidentAsync()).State);
    }

    [Fact]
    public async Task Receive_RefusedAgainAfterItWasResolved_OpensItAndSaysSo()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var until = SpikeMoves.Silence + SpikeMoves.Settling;
        await AtAsync(house, SpikeMoves.Silence);
        Assert.Equal(IncidentState.Resolved, await AtAsync(house, until));

        await house.ReceiveAsync(Again(until + TimeSpan.FromHours(1)).ToBytes());

        var incident = await house.IncidentAsync();
        Assert.Equal((IncidentState.Open, FirstAt + until + TimeSpan.FromHours(1)), (incident.State, incident.RegressedAt));
    }

    private static SampleDsn Again(TimeSpan after) => new() { At = FirstAt + after, Recipient = "second@example.test", MessageId = "again@sender.test" };

    private static async Task<IncidentState> AtAsync(IntakeHouse house, TimeSpan after)
    {
        house.Time.SetUtcNow(FirstAt + after);
        await house.Desk.DecideDueAsync(default);
        return (await house.IncidentAsync()).State;
    }
}
