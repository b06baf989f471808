using BounceBoard.Core.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Evidence;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Evidence;

/// <summary>What one tenant's evidence led to is nowhere in another tenant.</summary>
public sealed class EvidenceIsolationTests
{
    [Fact]
    public async Task Receive_AnotherTenantsSource_TakesNothing()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (other, _) = await house.AddTenantAsync("other");

        var result = await house.Intake.ReceiveAsync(
            other, house.Source, "x", new MemoryStream(new SampleDsn().ToBytes()), true, Actor.System, null, default);

        Assert.NotNull(result.Refused);
        Assert.Equal(0, (await house.Evidence.CountsAsync(other, default)).Received);
    }

    [Fact]
    public async Task Receive_InOneTenant_IsNotSeenInAnother()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (other, source) = await house.AddTenantAsync("other");
        var result = await house.ReceiveAsync(new SampleDsn().ToBytes());
        var incident = await house.IncidentAsync();
        var refusal = Assert.Single(await house.RefusalsAsync());

        Assert.Null(await house.Evidence.FindAsync(other, result.Items[0].EvidenceId, default));
        Assert.Null(await house.Evidence.ContentAsync(other, result.Items[0].EvidenceId, default));
        Assert.Null(await house.Incidents.FindAsync(other, incident.Id, default));
        Assert.Null(await house.Incidents.FindByNumberAsync(other, incident.Number, default));
        Assert.Null(await house.Refusals.FindAsync(other, refusal.Id, default));
        Assert.Empty(await house.Refusals.ListByIncidentAsync(other, incident.Id, 10, null, default));
        Assert.Empty(await house.Verdicts.HistoryAsync(other, incident.Id, 10, null, default));
        Assert.Empty(await house.Evidence.ListAsync(other, EvidenceFilter.All, 10, null, default));
        Assert.Null(await house.Desk.DiagnoseAsync(other, refusal.Id, default));
        Assert.False(await house.Desk.DecideAsync(other, incident.Id, default));

        var same = await house.Intake.ReceiveAsync(
            other, source, "x", new MemoryStream(new SampleDsn().ToBytes()), true, Actor.System, null, default);
        Assert.Equal(IntakeOutcome.Stored, Assert.Single(same.Items).Outcome);
    }
}
