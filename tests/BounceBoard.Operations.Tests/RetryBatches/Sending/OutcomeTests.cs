using System.Globalization;
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
    public async Task Log_TellsOfDeliveryAndRefusal_Settles()
    {
        var plan = new PlannedBatch { MayLose = 5 };
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(plan);
        await house.SendAsync();
        var attempts = await house.AttemptsAsync(id);
        var at = house.Intake.Time.GetUtcNow().AddSeconds(5);

        await house.Intake.ReceiveAsync(
            new SampleLog()
                .Delivered(at, plan.Recipient(0), attempts[0].MessageId)
                // Our own relay handed it to a filter beside it: not delivered yet.
                .Delivered(at, plan.Recipient(1), attempts[1].MessageId, "127.0.0.1[127.0.0.1]:10024")
                .Refused(at, plan.Recipient(2), attempts[2].MessageId)
                .Refused(at, plan.Recipient(3), attempts[3].MessageId, dsn: "4.7.1", said: "450 4.7.1 Try later")
                // Somebody else's mail that names our id.
                .Delivered(at, "other@example.test", attempts[4].MessageId)
                .ToBytes(),
            name: "mail.log");

        var after = await house.AttemptsAsync(id);
        Assert.Equal(
            [AttemptState.Accepted, AttemptState.Submitted, AttemptState.Refused, AttemptState.Submitted, AttemptState.Submitted],
            after.Select(attempt => attempt.State));
        Assert.Equal((OutcomeSource.Log, "198.51.100.7"), (after[0].OutcomeSource, after[0].RemoteIp?.ToString()));
        Assert.Contains(await house.RetriedAsync(), row => row.AttemptId == after[2].Id);
    }

    [Fact]
    public async Task Dsn_LongAfterTheWindow_SettlesByItsToken()
    {
        var plan = new PlannedBatch();
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(plan);
        await house.SendAsync();
        await house.LaterAsync(Window);
        var attempt = (await house.AttemptsAsync(id))[1];
        var sender = house.Sink.Mails.Single(mail => mail.To == plan.Recipient(1)).From;

        // An open mailbox; the report names no message that anybody knows of.
        await house.Intake.ReceiveAsync(Bounce(plan.Recipient(1), "unknown@elsewhere.test", sender, house.Intake.Time.GetUtcNow()), verified: false);

        var after = (await house.AttemptsAsync(id))[1];
        Assert.Equal((AttemptState.Refused, OutcomeSource.Dsn), (after.State, after.OutcomeSource));
        Assert.True(Assert.Single(await house.RetriedAsync(), row => row.AttemptId == attempt.Id).Verified);
    }

    [Fact]
    public async Task Dsn_Forged_SettlesNothing()
    {
        var plan = new PlannedBatch();
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(plan);
        await house.SendAsync();
        var (attempts, mails) = (await house.AttemptsAsync(id), house.Sink.Mails.ToList());
        var now = house.Intake.Time.GetUtcNow();
        var token = mails[0].From;
        // A token of one recipient on another, a changed one, a cut one, and an id of one recipient on another.
        foreach (var bytes in new[]
        {
            Bounce(plan.Recipient(3), "x@elsewhere.test", token, now), Bounce(plan.Recipient(0), "x@elsewhere.test", Changed(token), now),
            Bounce(plan.Recipient(0), "x@elsewhere.test", token.Replace("@", "a@", StringComparison.Ordinal), now),
            Bounce(plan.Recipient(4), attempts[2].MessageId, "bounce@sender.test", now),
        })
        {
            await house.Intake.ReceiveAsync(bytes, verified: false);
        }

        Assert.All(await house.StatesAsync(id), state => Assert.Equal(AttemptState.Submitted, state));
        Assert.Empty(await house.RetriedAsync());
    }

    [Fact]
    public async Task SampleAccepted_RaisesTheVerdict_RefusedTwinStaysAlone()
    {
        var plan = new PlannedBatch { Stages = [8], MayLose = 2 };
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(plan);
        await house.SendAsync();
        var attempts = await house.AttemptsAsync(id);
        await house.Intake.ReceiveAsync(
            new SampleLog().Refused(house.Intake.Time.GetUtcNow().AddMinutes(1), plan.Recipient(7), attempts[7].MessageId, dsn: "5.1.1", said: "550 5.1.1 User unknown").ToBytes(),
            name: "mail.log");

        await house.LaterAsync(Window);
        await house.Intake.Desk.DecideDueAsync(default);

        Assert.Equal(RetryBatchState.Completed, (await house.BatchAsync(id)).State);
        var refusals = await house.Intake.Refusals.ListByPersonAsync(house.Tenant, attempts[0].RecipientKey, 10, default);
        var first = await house.Intake.Desk.DiagnoseAsync(house.Tenant, refusals[0].Id, default);
        Assert.True((Verdict.Retry, Confidence.High) == (first?.Finding.Verdict, first?.Finding.Confidence), $"{first?.Finding}");
    }

    private static byte[] Bounce(string recipient, string messageId, string sender, DateTimeOffset at) =>
        System.Text.Encoding.ASCII.GetBytes(new SampleDsn { Recipient = recipient, MessageId = messageId, At = at, Status = "5.1.1", Reply = "550 5.1.1 User unknown" }
            .ToString().Replace("To: bounce@sender.test", $"To: {sender}", StringComparison.Ordinal).ReplaceLineEndings("\r\n"));

    private static string Changed(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal) - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{address[..at]}{(address[at] == 'a' ? 'b' : 'a')}{address[(at + 1)..]}");
    }
}
