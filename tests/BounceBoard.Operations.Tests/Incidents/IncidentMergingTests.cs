using BounceBoard.Core.Incidents;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Incidents;

public sealed class IncidentMergingTests : IAsyncDisposable
{
    private readonly WorkHouse _house = new();

    private IncidentMerging Merging => _house.Get<IncidentMerging>();

    [Fact]
    public async Task Merge_RefusalsThatCome_AreCountedThereAndComeBackWithASplit()
    {
        var tenant = await _house.House.TenantAsync("acme");
        var one = await _house.RefuseAsync(tenant, "ann@one.test");
        var other = await _house.RefuseAsync(tenant, "ben@other.test");
        Value(await Merging.MergeAsync(Actor.System, tenant, other.Id, one.Number, default));
        _house.House.Time.Advance(TimeSpan.FromHours(1));
        await _house.RefuseAsync(tenant, "cyd@other.test");
        await _house.RefuseAsync(tenant, "ann@one.test");
        Assert.Equal((4L, 3L, IncidentState.Open), Counts(await _house.ReadAsync(tenant, one.Id)));
        Assert.Equal((0L, 0L, IncidentState.Merged), Counts(await _house.ReadAsync(tenant, other.Id)));
        Assert.Equal(4, (await _house.Get<RefusalReader>().ListByIncidentAsync(tenant, one.Id, 9, null, default)).Count);

        Value(await Merging.SplitAsync(Actor.System, tenant, other.Id, default));

        Assert.Equal((2L, 1L, IncidentState.Open), Counts(await _house.ReadAsync(tenant, one.Id)));
        Assert.Equal((2L, 2L, IncidentState.Open), Counts(await _house.ReadAsync(tenant, other.Id)));
        await _house.RefuseAsync(tenant, "dan@other.test");
        Assert.Equal((3L, 3L, IncidentState.Open), Counts(await _house.ReadAsync(tenant, other.Id)));
        Assert.Equal(["incident.split", "incident.merge"], (await _house.House.AuditAsync(tenant)).Take(2).Select(line => line.Action));
    }

    [Fact]
    public async Task Merge_IntoItselfIntoAMergedOneOrIntoNothing_Refused()
    {
        var tenant = await _house.House.TenantAsync("acme");
        var one = await _house.RefuseAsync(tenant, "ann@one.test");
        var other = await _house.RefuseAsync(tenant, "ben@other.test");
        Assert.NotNull((await Merging.MergeAsync(Actor.System, tenant, one.Id, one.Number, default)).Problem);
        Assert.NotNull((await Merging.MergeAsync(Actor.System, tenant, one.Id, 99, default)).Problem);
        Assert.NotNull((await Merging.SplitAsync(Actor.System, tenant, one.Id, default)).Problem);
        Value(await Merging.MergeAsync(Actor.System, tenant, other.Id, one.Number, default));
        Assert.NotNull((await Merging.MergeAsync(Actor.System, tenant, one.Id, other.Number, default)).Problem);
        Assert.NotNull((await Merging.MergeAsync(Actor.System, tenant, other.Id, one.Number, default)).Problem);
        Assert.Equal((2L, 2L, IncidentState.Open), Counts(await _house.ReadAsync(tenant, one.Id)));
    }

    [Fact]
    public async Task Merge_AcrossTenants_IsNotPossible()
    {
        var (tenant, foreign) = (await _house.House.TenantAsync("acme"), await _house.House.TenantAsync("other"));
        var one = await _house.RefuseAsync(tenant, "ann@one.test");
        await _house.RefuseAsync(foreign, "ben@one.test");
        var theirs = await _house.RefuseAsync(foreign, "ben@other.test");
        // Their number 2 is nobody's here, and their id is nobody's here.
        Assert.NotNull((await Merging.MergeAsync(Actor.System, tenant, one.Id, theirs.Number, default)).Problem);
        Assert.NotNull((await Merging.MergeAsync(Actor.System, tenant, theirs.Id, one.Number, default)).Problem);
        Assert.NotNull((await Merging.MergeAsync(Actor.System, foreign, one.Id, theirs.Number, default)).Problem);
        Assert.Equal((1L, 1L, IncidentState.Open), Counts(await _house.ReadAsync(tenant, one.Id)));
        Assert.Equal((1L, 1L, IncidentState.Open), Counts(await _house.ReadAsync(foreign, theirs.Id)));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static (long, long, IncidentState) Counts(IncidentRow row) => (row.Refusals, row.People, row.State);
}
