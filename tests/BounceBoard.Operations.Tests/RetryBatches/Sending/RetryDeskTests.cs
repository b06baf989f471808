using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Retries;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

public sealed class RetryDeskTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(61);

    [Fact]
    public async Task SendDue_ApprovedBatch_SendsEachOnceInOrderAndObserves()
    {
        await using var house = await SendingHouse.OpenAsync();
        var plan = new PlannedBatch();
        var id = await house.PlanAsync(plan);

        await house.SendAsync();

        Assert.Equal(Enumerable.Range(0, 5).Select(plan.Recipient), house.Sink.Mails.Select(mail => mail.To));
        Assert.All(house.Sink.Completed.Values, count => Assert.Equal(1, count));
        Assert.Equal(1, house.Sink.Connections);
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Submitted, state));
        Assert.Equal(RetryBatchState.Observing, (await house.BatchAsync(id)).State);
    }

    [Fact]
    public async Task SendDue_WindowEndsInSilence_SettlesAndCompletes()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch());
        await house.SendAsync();

        await house.LaterAsync(Window);

        var attempts = await house.AttemptsAsync(id);
        Assert.All(attempts, attempt => Assert.Equal((AttemptState.Accepted, OutcomeSource.Window), (attempt.State, attempt.OutcomeSource)));
        Assert.Equal(RetryBatchState.Completed, (await house.BatchAsync(id)).State);
    }

    [Fact]
    public async Task SendDue_EachStageApproved_AsksForTheNext()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch { Stages = [3, 2], ApproveEachStage = true });
        await house.SendAsync();

        await house.LaterAsync(Window);

        var batch = await house.BatchAsync(id);
        Assert.Equal((RetryBatchState.AwaitingApproval, 2, (DateTimeOffset?)null), (batch.State, batch.Stage, batch.ApprovedAt));
        Assert.Equal(3, house.Sink.Mails.Count);
        // Nobody decides: nothing is sent, and the question runs out.
        await house.LaterAsync(TimeSpan.FromDays(2));
        Assert.Equal(RetryBatchState.Expired, (await house.BatchAsync(id)).State);
        Assert.Equal(3, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task SendDue_StopRuleDecides_GoesOnByItself()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch { Stages = [3, 2, 4] });
        await house.SendAsync();
        await house.LaterAsync(Window);
        Assert.Equal(5, house.Sink.Mails.Count);
        await house.LaterAsync(Window);
        await house.LaterAsync(Window);

        Assert.Equal(9, house.Sink.Mails.Count);
        Assert.Equal(RetryBatchState.Completed, (await house.BatchAsync(id)).State);
    }

    [Fact]
    public async Task SendDue_UndoTimeNotOver_SendsNothing()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch { Limits = new PlannedBatch().Limits with { NotBefore = house.Intake.Time.GetUtcNow().AddMinutes(10) } });

        await house.SendAsync();
        Assert.Equal((RetryBatchState.Approved, 0), ((await house.BatchAsync(id)).State, house.Sink.Connections));

        await house.LaterAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(5, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task SendDue_OutsideAllowedHours_WaitsForThem()
    {
        await using var house = await SendingHouse.OpenAsync();
        // The clock says 12:00.
        await house.PlanAsync(new PlannedBatch { Limits = new PlannedBatch().Limits with { HoursFrom = 14 * 60, HoursUntil = 16 * 60 } });

        await house.LaterAsync(TimeSpan.FromMinutes(119));
        Assert.Equal(0, house.Sink.Connections);

        await house.LaterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(5, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task SendDue_Pace_IsKept()
    {
        await using var house = await SendingHouse.OpenAsync();
        await house.PlanAsync(new PlannedBatch { Stages = [30], RatePerMinute = 12 });

        await house.SendAsync();
        Assert.Single(house.Sink.Mails);
        for (var second = 0; second < 59; second++)
        {
            await house.LaterAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(12, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task SendDue_RouteChangedAfterApproval_Halts()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch());
        await house.Intake.Database.WriteAsync(
            async transaction =>
            {
                var route = (await house.Intake.Get<Storage.SendingRoutes.SendingRouteReader>().ListAsync(house.Tenant, default))[0];
                await house.Intake.Get<Storage.SendingRoutes.SendingRouteWriter>().TryChangeAsync(house.Tenant, route, transaction, default);
            },
            default);

        await house.SendAsync();

        Assert.Equal((RetryBatchState.Halted, 0), ((await house.BatchAsync(id)).State, house.Sink.Connections));
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Skipped, state));
    }

    [Fact]
    public async Task SendDue_SuppressedMeanwhile_IsLeftOut()
    {
        await using var house = await SendingHouse.OpenAsync();
        var plan = new PlannedBatch();
        var id = await house.PlanAsync(plan);
        await SuppressAsync(house, plan.Recipient(1));

        await house.SendAsync();

        Assert.Equal(4, house.Sink.Mails.Count);
        Assert.DoesNotContain(house.Sink.Mails, mail => mail.To == plan.Recipient(1));
        Assert.Equal(AttemptState.Skipped, (await house.StatesAsync(id))[1]);
    }

    private static async Task SuppressAsync(SendingHouse house, string address)
    {
        var done = await house.Intake.Get<SuppressionAdministration>().AddAsync(Actor.System, house.Tenant, address, SuppressionReason.Manual, "test", default);
        Assert.Null(done.Problem);
    }
}
