using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>The final dot leaves only after the ledger took the mail, and never when it did not.</summary>
public sealed class FinalDotTests
{
    private const string WholeBody = "\r\n\r\nFirst line\r\n..dotted\r\nlast line\r\n";

    [Theory]
    [InlineData(RetryTls.None)]
    [InlineData(RetryTls.StartTls)]
    [InlineData(RetryTls.Implicit)]
    public async Task SendAsync_LedgerIsAsked_ServerHasTheWholeBodyAndNoDot(RetryTls tls)
    {
        using var sink = new ScriptedSink { OffersStartTls = tls == RetryTls.StartTls, IsImplicitTls = tls == RetryTls.Implicit };
        await using var conversation = await OpenAsync(sink, tls);
        string? atTheCall = null;

        var outcome = await conversation.SendAsync(Retry.Message(), async cancellationToken =>
        {
            // What is on its way arrives; what was not sent never does.
            await WaitForAsync(() => sink.Received.EndsWith(WholeBody, StringComparison.Ordinal), cancellationToken);
            await Task.Delay(50, cancellationToken);
            atTheCall = sink.Received;
            return true;
        }, TestContext.Current.CancellationToken);

        Assert.EndsWith(WholeBody, atTheCall, StringComparison.Ordinal);
        Assert.Equal(RetryOutcomeKind.Accepted, outcome.Kind);
        Assert.EndsWith(WholeBody + ".\r\n", sink.Received, StringComparison.Ordinal);
        Assert.Equal(tls == RetryTls.None, outcome.Encryption is null);
    }

    [Fact]
    public async Task SendAsync_LedgerSaysNo_NotSentAndNoDot()
    {
        using var sink = new ScriptedSink();

        var outcome = await SendAsync(sink, async cancellationToken =>
        {
            // The connection is reset afterwards, and takes along what the server has not read.
            await WaitForAsync(() => sink.Received.EndsWith(WholeBody, StringComparison.Ordinal), cancellationToken);
            return false;
        });

        Assert.Equal(RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.EndsWith(WholeBody, sink.Received, StringComparison.Ordinal);
        Assert.Empty(sink.Completed);
    }

    [Fact]
    public async Task SendAsync_LedgerFails_NotSentAndNoDot()
    {
        using var sink = new ScriptedSink();

        var outcome = await SendAsync(sink, _ => throw new TimeoutException());

        Assert.Equal(RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.Contains(nameof(TimeoutException), outcome.Reply, StringComparison.Ordinal);
        Assert.Empty(sink.Completed);
    }

    [Fact]
    public async Task SendAsync_LedgerHasAFaultOfTheProgram_NoDotAndTheFaultGoesOn()
    {
        using var sink = new ScriptedSink();

        await Assert.ThrowsAsync<ArithmeticException>(() => SendAsync(sink, _ => throw new ArithmeticException()));

        Assert.DoesNotContain("\r\n.\r\n", sink.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_StoppedWhileTheLedgerIsAsked_NotSent()
    {
        using var sink = new ScriptedSink();
        using var stop = new CancellationTokenSource();
        await using var conversation = await OpenAsync(sink, RetryTls.None);

        var outcome = await conversation.SendAsync(Retry.Message(), async cancellationToken =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }, stop.Token);

        Assert.Equal(RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.Empty(sink.Completed);
    }

    [Fact]
    public async Task SendAsync_StoppedAfterTheDot_StillHearsTheReply()
    {
        using var sink = new ScriptedSink();
        using var stop = new CancellationTokenSource();
        sink.Hold(SinkStage.Counted);
        await using var conversation = await OpenAsync(sink, RetryTls.None);

        var sending = conversation.SendAsync(Retry.Message(), Retry.Yes, stop.Token);
        await sink.Reached(SinkStage.Counted).WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        sink.Release(SinkStage.Counted);

        Assert.Equal(RetryOutcomeKind.Accepted, (await sending).Kind);
    }

    [Fact]
    public async Task SendAsync_ServerHungUpBeforeTheDot_LedgerIsNotAsked()
    {
        using var sink = new ScriptedSink();
        sink.Actions[SinkStage.MidBody] = SinkAction.SayAndDrop("421 4.3.0 going down");
        await using var conversation = await OpenAsync(sink, RetryTls.None);
        var body = Encoding.ASCII.GetBytes("From: a@sender.example\r\n\r\n" + string.Concat(Enumerable.Repeat("0123456789abcdef\r\n", 400_000)));
        var asked = false;

        var outcome = await conversation.SendAsync(new RetryMessage(Retry.Sender, Retry.Recipient, body), _ => Task.FromResult(asked = true), TestContext.Current.CancellationToken);

        Assert.Equal(RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.False(asked);
    }

    [Fact]
    public async Task SendAsync_SecondMailAfterARefusal_GoesOverTheSameConnection()
    {
        using var sink = new ScriptedSink { ReplyTo = to => to.StartsWith("gone", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null };
        await using var conversation = await OpenAsync(sink, RetryTls.None);

        var first = await conversation.SendAsync(Retry.Message("gone@example.net"), Retry.Yes, TestContext.Current.CancellationToken);
        var second = await conversation.SendAsync(Retry.Message(), Retry.Yes, TestContext.Current.CancellationToken);

        Assert.Equal((RetryOutcomeKind.Refused, SmtpStage.RcptTo, 550, "5.1.1"), (first.Kind, first.Stage, first.Code, first.EnhancedStatus));
        Assert.Equal(RetryOutcomeKind.Accepted, second.Kind);
        Assert.Equal(1, sink.Connections);
        Assert.Equal(Retry.Mail, Assert.Single(sink.Mails).Content);
    }

    private static Task<RetryConversation> OpenAsync(ScriptedSink sink, RetryTls tls) =>
        RetryConversation.OpenAsync(Retry.Server(sink.Port, tls), Retry.TrustsAnything, TestContext.Current.CancellationToken);

    private static async Task<RetryOutcome> SendAsync(ScriptedSink sink, Func<CancellationToken, Task<bool>> ledger)
    {
        await using var conversation = await OpenAsync(sink, RetryTls.None);
        return await conversation.SendAsync(Retry.Message(), ledger, TestContext.Current.CancellationToken);
    }

    private static async Task WaitForAsync(Func<bool> isTrue, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 400 && !isTrue(); i++)
        {
            await Task.Delay(5, cancellationToken);
        }
    }
}
