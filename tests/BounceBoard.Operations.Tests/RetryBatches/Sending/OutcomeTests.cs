using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

public sealed class OutcomeTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(61);

    [Fact]
    public async Task Refused_AtOurRelay_IsFiledAsEvidenceAndRefusal()
    {
        var plan = new PlannedBatch { MayLose = 5 };
        await using var house = await SendingHouse.OpenAsync(new ScriptedSink { ReplyTo = to => to == plan.Recipient(2) ? "550 5.1.1 User unknown" : null });
        var id = await house.PlanAsync(plan);

        await house.SendAsync();

        var attempt = (await house.AttemptsAsync(id))[2];
        Assert.Equal((AttemptState.Refused, 550, "5.1.1"), (attempt.State, attempt.ReplyCode, attempt.Status));
        var refusal = Assert.Single(await house.RetriedAsync());
        Assert.Equal((attempt.Id, attempt.MessageId, plan.Recipient(2), true), (refusal.AttemptId, refusal.MessageId, refusal.Recipient, refusal.Verified));
        Assert.Contains("RCPT TO", await house.Intake.Get<RetryAttemptReader>().TranscriptAsync(house.Tenant, attempt.Id, default));
        Assert.Equal(4, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task Greylisted_IsDeferredAndNotTriedAgain()
    {
        var plan = new PlannedBatch { MayLose = 5 };
        await using var house = await SendingHouse.OpenAsync(new ScriptedSink { ReplyTo = to => to == plan.Recipient(0) ? "450 4.2.0 Greylisted" : null });
        var id = await house.PlanAsync(plan);

        await house.SendAsync();
        await house.LaterAsync(Window);

        Assert.Equal(AttemptState.Deferred, (await house.StatesAsync(id))[0]);
        Assert.Single(house.Sink.Commands, command => command.Contains(plan.Recipient(0), StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedTooOften_HaltsBeforeTheOthers()
    {
        await using var house = await SendingHouse.OpenAsync(new ScriptedSink { ReplyTo = _ => "550 5.7.1 Relaying denied" });
        var id = await house.PlanAsync(new PlannedBatch { Stages = [12], MayLose = 1, RatePerMinute = 24 });

        await house.SendAsync();
        await house.LaterAsync(TimeSpan.FromSeconds(6));

        Assert.Equal(RetryBatchState.Halted, (await house.BatchAsync(id)).State);
        var states = await house.StatesAsync(id);
        Assert.Equal((2, 10), (states.Count(state => state == AttemptState.Refused), states.Count(state => state == AttemptState.Skipped)));
    }

    [Fact]
    public async Task LostAfterTheDot_IsInDoubtAndNeverSentAgain()
    {
        var sink = new ScriptedSink();
        sink.Actions[SinkStage.Counted] = SinkAction.Drop;
        await using var house = await SendingHouse.OpenAsync(sink);
        var id = await house.PlanAsync(new PlannedBatch { MayLose = 5 });

        await house.SendAsync();
        sink.Actions.Clear();
        await house.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(
            [AttemptState.InDoubt, AttemptState.Submitted, AttemptState.Submitted, AttemptState.Submitted, AttemptState.Submitted], await house.StatesAsync(id));
        Assert.All(sink.Completed.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task ServerAway_BacksOffAndHaltsWithItsWords()
    {
        var sink = new ScriptedSink();
        sink.Actions[SinkStage.Banner] = SinkAction.SayAndDrop("421 4.3.2 Closed for today");
        await using var house = await SendingHouse.OpenAsync(sink);
        var id = await house.PlanAsync(new PlannedBatch());

        await house.SendAsync();
        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Planned, state));
        for (var hour = 0; hour < 6; hour++)
        {
            await house.LaterAsync(TimeSpan.FromHours(1));
        }

        var batch = await house.BatchAsync(id);
        Assert.Equal((RetryBatchState.Halted, 5), (batch.State, sink.Connections));
        Assert.Contains("Closed for today", batch.EndReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SampleAccepted_RaisesTheVerdict_RefusedTwinStaysAlone()
    {
        var plan = new PlannedBatch { Stages = [8], MayLose = 2 };
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(plan);
        await house.SendAsync();
        var attempts = await house.AttemptsAsync(id);
        var before = await VerdictAsync(house, attempts[0].RefusalId);
        await house.Intake.ReceiveAsync(
            new SampleLog().Refused(house.Intake.Time.GetUtcNow().AddMinutes(1), plan.Recipient(7), attempts[7].MessageId, dsn: "5.1.1", said: "550 5.1.1 User unknown").ToBytes(),
            name: "mail.log");

        await house.LaterAsync(Window);
        await house.Intake.Desk.DecideDueAsync(default);

        Assert.Equal(RetryBatchState.Completed, (await house.BatchAsync(id)).State);
        Assert.Equal(Verdict.Retry, await VerdictAsync(house, attempts[0].RefusalId));
        Assert.Equal(Verdict.Investigate, before);
    }

    private static async Task<Verdict?> VerdictAsync(SendingHouse house, long refusal) =>
        (await house.Intake.Desk.DiagnoseAsync(house.Tenant, refusal, default))?.Finding.Verdict;
}
