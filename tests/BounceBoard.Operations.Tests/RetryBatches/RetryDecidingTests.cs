using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.RetryBatches;

public sealed class RetryDecidingTests
{
    [Fact]
    public async Task Request_TwiceWithOneKey_OneBatchWithItsPeopleAndOneDecision()
    {
        await using var house = await RetryHouse.OpenAsync();
        var draft = await house.PreviewAsync();
        var asking = house.Get<RetryRequesting>();

        var first = Value(await asking.RequestAsync(house.Requester, house.Tenant, house.Incident, house.Whole, draft.PlanHash, "key", "please", default));
        var second = Value(await asking.RequestAsync(house.Requester, house.Tenant, house.Incident, house.Whole, draft.PlanHash, "key", "please", default));

        Assert.Equal(first, second);
        var batch = await house.BatchAsync(first);
        Assert.Equal((RetryBatchState.AwaitingApproval, 1, 20, house.Requester.Name, house.Requester.UserId), (batch.State, batch.Stage, batch.People, batch.RequestedBy, batch.RequestedById));
        Assert.Equal(draft.Plan.CohortHash, batch.Plan.CohortHash);
        Assert.Equal(20, (await house.Get<RetryAttemptReader>().TalliesAsync(house.Tenant, [first], default)).Sum(tally => tally.People));
        Assert.Equal(RetryBatchEvent.Request, Assert.Single(await house.Get<RetryDecisionReader>().ListAsync(house.Tenant, first, default)).Event);
        Assert.NotNull((await asking.RequestAsync(house.Requester, house.Tenant, house.Incident, house.Whole, draft.PlanHash, "other", "", default)).Problem);
    }

    [Fact]
    public async Task Request_AnotherPlanThanShown_Refused()
    {
        await using var house = await RetryHouse.OpenAsync();
        var draft = await house.PreviewAsync();
        Value(await house.Get<SuppressionAdministration>().AddAsync(Actor.System, house.Tenant, "person1@example.test", SuppressionReason.Manual, "", default));

        var result = await house.Get<RetryRequesting>().RequestAsync(house.Requester, house.Tenant, house.Incident, house.Whole, draft.PlanHash, "key", "", default);

        Assert.Contains("has changed", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_ByAnother_ThirtySecondsToUndoAndBothNamesInTheLog()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();

        var first = Value(await house.ApproveAsync(batch));
        Assert.Equal(house.Now.AddSeconds(30), first);
        house.Intake.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(first, Value(await house.ApproveAsync(batch)));

        var approved = await house.BatchAsync(batch.Id);
        Assert.Equal((RetryBatchState.Approved, house.Approver.Name, first, first), (approved.State, approved.ApprovedBy, approved.SendAfter, approved.DueAt));
        var lines = (await house.Get<AuditReader>().ListAsync(house.Tenant, AuditFilter.All, 100, null, default)).Where(line => line.Action == "retry.approve").ToList();
        Assert.Contains(lines, line => line.Detail.Contains(house.Requester.Name, StringComparison.Ordinal) && line.Detail.Contains(house.Approver.Name, StringComparison.Ordinal));
        Assert.Single(await house.Get<RetryDecisionReader>().ListAsync(house.Tenant, batch.Id, default), row => row.Event == RetryBatchEvent.Approve);
    }

    [Fact]
    public async Task Approve_TwoAtTheSameMoment_OneWinsAndTheOtherIsTold()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        var second = await house.MemberAsync("second", TenantRole.Approver);

        var results = await Task.WhenAll(Task.Run(() => house.ApproveAsync(batch)), Task.Run(() => house.ApproveAsync(batch, second)));

        var winner = (await house.BatchAsync(batch.Id)).ApprovedBy;
        Assert.Contains(winner!, Assert.Single(results, result => result.Problem is not null).Problem, StringComparison.Ordinal);
        Assert.Single(await house.Get<RetryDecisionReader>().ListAsync(house.Tenant, batch.Id, default), row => row.Event == RetryBatchEvent.Approve);
    }

    [Fact]
    public async Task Approve_TypedWrongOrOtherPlanOrStageOrNoRight_NothingMoves()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        var deciding = house.Get<RetryDeciding>();

        Assert.NotNull((await house.ApproveAsync(batch, typed: 20)).Problem);
        Assert.NotNull((await house.ApproveAsync(batch, house.Requester)).Problem);
        var otherHash = (batch.PlanHash[0] == '0' ? "1" : "0") + batch.PlanHash[1..];
        foreach (var other in (RetryApproval[])[new(otherHash, 1, 5, ""), new(batch.PlanHash, 2, 6, ""), new(batch.PlanHash, 1, 5, new string('x', 501))])
        {
            Assert.NotNull((await deciding.ApproveAsync(house.Approver, house.Tenant, batch.Id, other, default)).Problem);
        }
        Assert.NotNull((await deciding.ApproveAsync(house.Approver, new TenantId(1), batch.Id, new(batch.PlanHash, 1, 5, ""), default)).Problem);
        Assert.Equal(RetryBatchState.AwaitingApproval, (await house.BatchAsync(batch.Id)).State);
    }

    [Theory]
    [InlineData(FourEyes.Always, 25, true)]
    [InlineData(FourEyes.Above, 19, true)]
    [InlineData(FourEyes.Above, 20, false)]
    [InlineData(FourEyes.Off, 25, false)]
    public async Task Approve_ByTheRequester_OnlyWhereFourEyesAreNotAskedFor(FourEyes fourEyes, int above, bool refused)
    {
        await using var house = await RetryHouse.OpenAsync();
        var admin = await house.MemberAsync("admin", TenantRole.Admin);
        await house.SettingAsync(new RetrySettingRow { FourEyes = fourEyes, FourEyesAbove = above });
        var batch = await house.RequestAsync(by: admin);

        Assert.Equal(refused, (await house.ApproveAsync(batch, Actor.Cli)).Problem is not null);
        if (refused)
        {
            Assert.Contains("four eyes", (await house.ApproveAsync(batch, admin)).Problem, StringComparison.Ordinal);
            Value(await house.ApproveAsync(batch));
        }
    }

    [Fact]
    public async Task Approve_ARecipientWasSuppressedSince_TheBatchGoesBackAndIsVoid()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        Value(await house.Get<SuppressionAdministration>().AddAsync(Actor.System, house.Tenant, "person1@example.test", SuppressionReason.Manual, "", default));

        var view = Value(await house.Get<RetryReview>().ReadAsync(house.Approver, house.Tenant, batch.Number, default));
        Assert.Contains("1 of its recipients", Assert.Single(view.Changes), StringComparison.Ordinal);
        Assert.Contains("went back", (await house.ApproveAsync(batch)).Problem, StringComparison.Ordinal);

        Assert.Equal(RetryBatchState.Draft, (await house.BatchAsync(batch.Id)).State);
        Assert.NotNull((await house.ApproveAsync(batch)).Problem);
        Assert.Equal(19, (await house.RequestAsync(key: "again")).People);
    }

    [Fact]
    public async Task Approve_TheRouteWasChangedSince_TheBatchGoesBack()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        await house.Intake.Database.RunAsync("UPDATE sending_route SET revision = 2, tested_revision = 2");

        Assert.Contains("was changed", (await house.ApproveAsync(batch)).Problem, StringComparison.Ordinal);
        Assert.Equal(RetryBatchState.Draft, (await house.BatchAsync(batch.Id)).State);
    }

    [Fact]
    public async Task Approve_StoppedOrExpired_RefusedAndTheBatchStaysWhereItIs()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        Assert.Null((await house.Get<SendingStops>().StopAsync(house.Approver, house.Tenant, "look first", default)).Problem);
        Assert.Contains("look first", (await house.ApproveAsync(batch)).Problem, StringComparison.Ordinal);
        Assert.NotNull((await house.Get<SendingStops>().StopAsync(house.Requester, house.Tenant, "again", default)).Problem);
        Assert.NotNull((await house.Get<SendingStops>().ResumeAsync(house.Requester, house.Tenant, "go", default)).Problem);
        Assert.NotNull((await house.Get<SendingStops>().StopAsync(house.Approver, TenantId.Installation, "all", default)).Problem);
        Assert.Null((await house.Get<SendingStops>().ResumeAsync(house.Approver, house.Tenant, "go", default)).Problem);
        house.Intake.Time.Advance(TimeSpan.FromDays(1));

        Assert.Contains("expired", (await house.ApproveAsync(batch)).Problem, StringComparison.Ordinal);
        Assert.Equal(RetryBatchState.AwaitingApproval, (await house.BatchAsync(batch.Id)).State);
    }

    [Fact]
    public async Task Undo_InTime_WaitsAgainAndTooLate_Refused()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        var deciding = house.Get<RetryDeciding>();
        Value(await house.ApproveAsync(batch));
        house.Intake.Time.Advance(TimeSpan.FromSeconds(29));

        Assert.Equal(RetryBatchState.AwaitingApproval, Value(await deciding.UndoAsync(house.Approver, house.Tenant, batch.Id, batch.PlanHash, "", default)));
        Assert.Null((await house.BatchAsync(batch.Id)).ApprovedBy);
        Value(await house.ApproveAsync(batch));
        house.Intake.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("too late", (await deciding.UndoAsync(house.Approver, house.Tenant, batch.Id, batch.PlanHash, "", default)).Problem, StringComparison.Ordinal);
        Assert.Equal(RetryBatchState.Cancelled, Value(await deciding.CancelAsync(house.Requester, house.Tenant, batch.Id, batch.PlanHash, "", default)));
        Assert.Equal(AttemptState.Skipped, Assert.Single((await house.Get<RetryAttemptReader>().TalliesAsync(house.Tenant, [batch.Id], default)).Select(tally => tally.State).Distinct()));
    }

    [Fact]
    public async Task RejectAndAskForChange_NeedAWordAndTheRight()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        var deciding = house.Get<RetryDeciding>();

        Assert.NotNull((await deciding.RejectAsync(house.Approver, house.Tenant, batch.Id, batch.PlanHash, " ", default)).Problem);
        Assert.NotNull((await deciding.RejectAsync(house.Requester, house.Tenant, batch.Id, batch.PlanHash, "no", default)).Problem);
        Assert.NotNull((await deciding.RejectAsync(house.Approver, house.Tenant, batch.Id, "other", "no", default)).Problem);
        Assert.NotNull((await deciding.FinishAsync(house.Approver, house.Tenant, batch.Id, batch.PlanHash, "enough", default)).Problem);
        Assert.Equal(RetryBatchState.Draft, Value(await deciding.AskForChangeAsync(house.Approver, house.Tenant, batch.Id, batch.PlanHash, "fewer", default)));
        var second = await house.RequestAsync(key: "two");
        Assert.Equal(RetryBatchState.Rejected, Value(await deciding.RejectAsync(house.Approver, house.Tenant, second.Id, second.PlanHash, "no", default)));
        Assert.Contains("rejected", (await house.ApproveAsync(second)).Problem, StringComparison.Ordinal);
    }
}
