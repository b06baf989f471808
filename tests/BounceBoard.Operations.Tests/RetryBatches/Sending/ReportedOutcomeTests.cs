using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Retries;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

public sealed class ReportedOutcomeTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(61);

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

    private static byte[] Bounce(string recipient, string messageId, string sender, DateTimeOffset at) =>
        System.Text.Encoding.ASCII.GetBytes(new SampleDsn { Recipient = recipient, MessageId = messageId, At = at, Status = "5.1.1", Reply = "550 5.1.1 User unknown" }
            .ToString().Replace("To: bounce@sender.test", $"To: {sender}", StringComparison.Ordinal).ReplaceLineEndings("\r\n"));

    private static string Changed(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal) - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{address[..at]}{(address[at] == 'a' ? 'b' : 'a')}{address[(at + 1)..]}");
    }
}
