using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.RetryBatches;

public sealed class FrozenBatchesTests
{
    [Fact]
    public async Task Ensure_SameDatabaseAgain_NothingIsFrozen()
    {
        await using var house = await RetryHouse.OpenAsync();
        var identity = house.Get<SendingIdentity>();
        Assert.Equal(0, await identity.EnsureAsync(default));
        var batch = await house.RequestAsync();

        Assert.Equal(0, await identity.EnsureAsync(default));
        Assert.Null((await house.BatchAsync(batch.Id)).FrozenAt);
    }

    [Theory]
    [InlineData("UPDATE sending_identity SET identity = 'another'")]
    [InlineData("UPDATE sending_identity SET copied_at = 1")]
    [InlineData("DELETE FROM sending_identity")]
    public async Task Ensure_AnotherDatabase_UnfinishedBatchesAreFrozenOnce(string sql)
    {
        await using var house = await RetryHouse.OpenAsync();
        var identity = house.Get<SendingIdentity>();
        await identity.EnsureAsync(default);
        var ended = await house.RequestAsync(house.Whole with { Scope = RetryScope.SampleOnly, SampleSize = 3 });
        Value(await house.Get<RetryDeciding>().CancelAsync(house.Requester, house.Tenant, ended.Id, ended.PlanHash, "", default));
        var batch = await house.RequestAsync(key: "two");
        await house.Intake.Database.RunAsync(sql);

        Assert.Equal(1, await identity.EnsureAsync(default));
        Assert.Equal(0, await identity.EnsureAsync(default));

        Assert.Equal(house.Now, (await house.BatchAsync(batch.Id)).FrozenAt);
        Assert.Null((await house.BatchAsync(ended.Id)).FrozenAt);
        Assert.Contains("restored", (await house.ApproveAsync(batch)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_ByAnOwner_WaitsForApprovalAgainAndTheOldOneIsVoid()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        Value(await house.ApproveAsync(batch));
        await house.Get<SendingIdentity>().EnsureAsync(default);
        var frozen = house.Get<FrozenBatches>();

        Assert.NotNull((await frozen.ListAsync(house.Approver, house.Tenant, default)).Problem);
        Assert.NotNull((await frozen.ConfirmAsync(house.Approver, house.Tenant, batch.Id, "fine", default)).Problem);
        Assert.NotNull((await frozen.ConfirmAsync(Actor.Cli, house.Tenant, batch.Id, " ", default)).Problem);
        Assert.Equal(20, Assert.Single(Value(await frozen.ListAsync(Actor.Cli, house.Tenant, default))).MaySent);
        Assert.NotNull((await house.Get<RetryDeciding>().UndoAsync(house.Approver, house.Tenant, batch.Id, batch.PlanHash, "", default)).Problem);

        Assert.Equal(RetryBatchState.AwaitingApproval, Value(await frozen.ConfirmAsync(Actor.Cli, house.Tenant, batch.Id, "the relay sent nothing", default)));
        var thawed = await house.BatchAsync(batch.Id);
        Assert.Equal((null, null, null), (thawed.FrozenAt, thawed.ApprovedBy, thawed.SendAfter));
        Assert.Empty(Value(await frozen.ListAsync(Actor.Cli, house.Tenant, default)));
        Value(await house.ApproveAsync(thawed));
    }

    [Fact]
    public async Task Cancel_ByAnOwner_NothingOfItIsSent()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        await house.Get<SendingIdentity>().EnsureAsync(default);

        Assert.Equal(RetryBatchState.Cancelled, Value(await house.Get<FrozenBatches>().CancelAsync(Actor.Cli, house.Tenant, batch.Id, "too old", default)));
        var tallies = await house.Get<RetryAttemptReader>().TalliesAsync(house.Tenant, [batch.Id], default);
        Assert.All(tallies, tally => Assert.Equal(AttemptState.Skipped, tally.State));
        Assert.NotNull((await house.Get<FrozenBatches>().CancelAsync(Actor.Cli, new TenantId(1), batch.Id, "x", default)).Problem);
    }
}
