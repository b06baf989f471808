using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>The same conversation with a real Postfix, and what it returns read back by the house.</summary>
public sealed class PostfixTests
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)7, 32)];

    [Fact]
    public async Task SendAsync_RealReceiver_AcceptsRefusesGreylistsAndIsSlow()
    {
        SkipWithoutPostfix();
        await using var postfix = await PostfixServer.StartAsync(
            new PostfixSetup { Domain = "receiver.example", SleepSeconds = 1, Recipients = ["grey@receiver.example 450 4.2.0 Greylisted, come back later"] },
            TestContext.Current.CancellationToken);
        await using var conversation = await RetryConversation.OpenAsync(Retry.Server(postfix.Port), null, TestContext.Current.CancellationToken);

        var accepted = await SendAsync(conversation, "user@receiver.example");
        var unknown = await SendAsync(conversation, "nobody@receiver.example");
        var relay = await SendAsync(conversation, "user@elsewhere.example");
        var grey = await SendAsync(conversation, "grey@receiver.example");
        var last = await SendAsync(conversation, "user@receiver.example");
        await conversation.QuitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((RetryOutcomeKind.Accepted, "mx.receiver.example"), (accepted.Kind, accepted.RemoteName));
        Assert.Equal((RetryOutcomeKind.Refused, SmtpStage.RcptTo, 550, "5.1.1", true), Short(unknown));
        Assert.Contains("User unknown in virtual mailbox table", unknown.Reply, StringComparison.Ordinal);
        Assert.Equal((RetryOutcomeKind.Refused, SmtpStage.RcptTo, 554, "5.7.1", true), Short(relay));
        Assert.Contains("Relay access denied", relay.Reply, StringComparison.Ordinal);
        Assert.Equal((RetryOutcomeKind.Deferred, SmtpStage.RcptTo, 450, "4.2.0", true), Short(grey));
        Assert.Equal(RetryOutcomeKind.Accepted, last.Kind);
    }

    [Fact]
    public async Task SendAsync_SlowerThanTheLimit_NotSent()
    {
        SkipWithoutPostfix();
        await using var postfix = await PostfixServer.StartAsync(new PostfixSetup { Domain = "receiver.example", SleepSeconds = 30 }, TestContext.Current.CancellationToken);

        var outcome = await Retry.SendAsync(Retry.Server(postfix.Port) with { CommandLimit = TimeSpan.FromSeconds(2) }, Retry.Message("user@receiver.example"));

        Assert.Equal((RetryOutcomeKind.NotSent, SmtpStage.RcptTo), (outcome.Kind, outcome.Stage));
    }

    [Fact]
    public async Task SendAsync_SmarthostReturnsIt_DsnNamesTheMailAndTheAttempt()
    {
        SkipWithoutPostfix();
        using var next = new ScriptedSink { ReplyTo = _ => "550 5.1.1 no such user here" };
        await using var smarthost = await PostfixServer.StartAsync(new PostfixSetup { Domain = "sender.example", NextPort = next.Port }, TestContext.Current.CancellationToken);
        var sender = VerpToken.LocalPart("bounces", new TenantId(3), 42, Key) + "@sender.example";
        var mail = RetryMail.Original(Retry.Mail, "retry-42@sender.example", null);

        var submitted = await Retry.SendAsync(Retry.Server(smarthost.Port), new RetryMessage(sender, "user@receiver.example", mail));
        var dsn = await FirstMailAsync(smarthost);
        var report = Assert.Single(await Readings.ReadAsync(Encoding.UTF8.GetBytes(dsn)));

        Assert.Equal(RetryOutcomeKind.Accepted, submitted.Kind);
        Assert.Equal(("user@receiver.example", 550, "5.1.1"), (report.Recipient, report.ReplyCode, report.Status));
        Assert.Equal("retry-42@sender.example", report.MessageId?.Trim('<', '>'));
        Assert.Contains($"Delivered-To: {sender}", dsn, StringComparison.OrdinalIgnoreCase);
        Assert.True(VerpToken.TryRead(sender[..sender.IndexOf('@', StringComparison.Ordinal)], new TenantId(3), Key, out var attempt));
        Assert.Equal(42, attempt);
        Assert.Contains("status=bounced", smarthost.Log, StringComparison.Ordinal);
        Assert.True(OriginalMessage.Find(new MemoryStream(Encoding.UTF8.GetBytes(dsn))).IsWhole);
    }

    private static void SkipWithoutPostfix() => Assert.SkipWhen(PostfixServer.Missing is not null, PostfixServer.Missing ?? "");

    private static Task<RetryOutcome> SendAsync(RetryConversation conversation, string recipient) =>
        conversation.SendAsync(Retry.Message(recipient), Retry.Yes, TestContext.Current.CancellationToken);

    private static (RetryOutcomeKind, SmtpStage, int?, string?, bool) Short(RetryOutcome outcome) =>
        (outcome.Kind, outcome.Stage, outcome.Code, outcome.EnhancedStatus, outcome.ConcernsRecipient);

    private static async Task<string> FirstMailAsync(PostfixServer postfix)
    {
        for (var i = 0; i < 200 && postfix.Mails.Count == 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        return Assert.Single(postfix.Mails);
    }
}
