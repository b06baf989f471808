using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>A password is spoken only where nobody else can hear it, and no transcript repeats it.</summary>
public sealed class StartTlsTests
{
    private const string Secret = "planted-secret";
    private const string SecretInBase64 = "cGxhbnRlZC1zZWNyZXQ=";

    [Theory]
    [InlineData(RetryTls.None)]
    [InlineData(RetryTls.Opportunistic)]
    [InlineData(RetryTls.StartTls)]
    public async Task OpenAsync_NoStartTlsOffered_NobodySignsIn(RetryTls tls)
    {
        using var sink = new ScriptedSink { Mechanisms = "PLAIN LOGIN", OffersAuthInClear = true };

        var outcome = await SendAsync(sink, tls);

        Assert.Equal(RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.DoesNotContain(sink.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250-sink.test\r\n250 AUTH PLAIN")]
    [InlineData("250 injected")]
    [InlineData("235 2.7.0 you are in")]
    public async Task OpenAsync_LinesInjectedBeforeTls_AreNotTakenForReplies(string injection)
    {
        using var sink = new ScriptedSink { OffersStartTls = true, Injection = injection, Mechanisms = "PLAIN" };

        var outcome = await SendAsync(sink, RetryTls.StartTls);

        // The injected line stands where the handshake should: it ends the session, or it is thrown away.
        Assert.Contains(outcome.Kind, new[] { RetryOutcomeKind.NotSent, RetryOutcomeKind.Accepted });
        Assert.Equal(outcome.Kind == RetryOutcomeKind.Accepted ? 1 : 0, sink.Mails.Count);
        Assert.True(outcome.Kind == RetryOutcomeKind.NotSent || sink.Commands.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)) == 2);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task SendAsync_SignedIn_TranscriptHasNoSecret(string mechanism)
    {
        using var sink = new ScriptedSink { OffersStartTls = true, Mechanisms = mechanism };

        var outcome = await SendAsync(sink, RetryTls.StartTls);

        Assert.Equal(RetryOutcomeKind.Accepted, outcome.Kind);
        Assert.Contains($"AUTH {mechanism} [hidden]", outcome.Transcript, StringComparison.Ordinal);
        AssertNoSecret(outcome.Transcript);
        Assert.DoesNotContain("First line", outcome.Transcript, StringComparison.Ordinal);
        Assert.Contains(" bytes]", outcome.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_ServerRepeatsThePassword_OutcomeHasNoSecret()
    {
        using var sink = new ScriptedSink { OffersStartTls = true, Mechanisms = "PLAIN" };
        sink.Actions[SinkStage.Auth] = SinkAction.Say($"535 5.7.8 {Secret} or {SecretInBase64} is wrong");

        var outcome = await SendAsync(sink, RetryTls.StartTls);

        Assert.Equal((RetryOutcomeKind.Refused, SmtpStage.Auth, false), (outcome.Kind, outcome.Stage, outcome.ConcernsRecipient));
        AssertNoSecret(outcome.Transcript + outcome.Reply);
    }

    [Fact]
    public async Task OpenAsync_CertificateNobodyVouchesFor_NotSent()
    {
        using var sink = new ScriptedSink { OffersStartTls = true };
        await using var conversation = await RetryConversation.OpenAsync(Retry.Server(sink.Port, RetryTls.StartTls), null, TestContext.Current.CancellationToken);

        Assert.Equal((RetryOutcomeKind.NotSent, SmtpStage.StartTls), (conversation.Fault?.Kind, conversation.Fault?.Stage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenAsync_Opportunistic_EncryptsWhereItCan(bool offered)
    {
        using var sink = new ScriptedSink { OffersStartTls = offered };
        await using var conversation = await RetryConversation.OpenAsync(Retry.Server(sink.Port, RetryTls.Opportunistic), null, TestContext.Current.CancellationToken);

        var outcome = await conversation.SendAsync(Retry.Message(), Retry.Yes, TestContext.Current.CancellationToken);

        Assert.Equal((RetryOutcomeKind.Accepted, offered), (outcome.Kind, outcome.Encryption is not null));
        Assert.Equal(("sink.test", "127.0.0.1", "127.0.0.1"), (outcome.RemoteName, outcome.RemoteAddress?.ToString(), outcome.LocalAddress?.ToString()));
    }

    private static Task<RetryOutcome> SendAsync(ScriptedSink sink, RetryTls tls) =>
        Retry.SendAsync(Retry.Server(sink.Port, tls) with { User = "user", Password = Secret, CommandLimit = TimeSpan.FromSeconds(5) }, Retry.Message());

    private static void AssertNoSecret(string text)
    {
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretInBase64.TrimEnd('='), text, StringComparison.Ordinal);
        Assert.DoesNotContain("AHVzZXIA", text, StringComparison.Ordinal);
    }
}
