using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>Whatever a server does, the outcome is defined, and only a mail whose dot had left may be in doubt.</summary>
public sealed class RetryFailureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Names => new(FailureScenarios.All.Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SendAsync_ServerFails_OutcomeIsDefined(string name)
    {
        var scenario = FailureScenarios.All.Single(it => it.Name == name);
        using var sink = new ScriptedSink { OffersStartTls = scenario.Tls == RetryTls.StartTls, Mechanisms = "PLAIN" };
        sink.Actions[scenario.At] = scenario.Action;
        var server = Retry.Server(sink.Port, scenario.Tls) with { CommandLimit = Patience, User = scenario.Tls == RetryTls.None ? "" : "user", Password = "planted-secret" };

        var outcome = await Retry.SendAsync(server, Retry.Message(), scenario.At == SinkStage.MidBody ? YesAfterAWhile : Retry.Yes);

        Assert.Equal((scenario.Kind, scenario.Stage, scenario.Code), (outcome.Kind, outcome.Stage, outcome.Code));
        Assert.Equal(scenario.Recipient, outcome.ConcernsRecipient);
        Assert.Equal(scenario.Counted, sink.Mails.Count);
        Assert.InRange(outcome.Transcript.Length, 1, 16_000);
        Assert.InRange(outcome.Reply.Length, 1, 5_000);
        Assert.DoesNotContain(outcome.Transcript, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain("planted-secret", outcome.Transcript, StringComparison.Ordinal);
    }

    // Long enough for the server's end of the connection to be seen.
    private static async Task<bool> YesAfterAWhile(CancellationToken cancellationToken)
    {
        await Task.Delay(300, cancellationToken);
        return true;
    }

    [Fact]
    public async Task OpenAsync_NobodyListens_NotSent()
    {
        int port;
        using (var sink = new ScriptedSink())
        {
            port = sink.Port;
        }

        var outcome = await Retry.SendAsync(Retry.Server(port), Retry.Message());

        Assert.Equal(RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.False(outcome.ConcernsRecipient);
    }

    [Fact]
    public async Task SendAsync_ConnectionWasLostBefore_NextMailIsNotSent()
    {
        using var sink = new ScriptedSink();
        sink.Actions[SinkStage.FinalDot] = SinkAction.Drop;
        await using var conversation = await RetryConversation.OpenAsync(Retry.Server(sink.Port), null, TestContext.Current.CancellationToken);

        var first = await conversation.SendAsync(Retry.Message(), Retry.Yes, TestContext.Current.CancellationToken);
        var second = await conversation.SendAsync(Retry.Message("other@example.net"), Retry.Yes, TestContext.Current.CancellationToken);

        Assert.Equal((RetryOutcomeKind.InDoubt, RetryOutcomeKind.NotSent), (first.Kind, second.Kind));
        Assert.NotNull(conversation.Fault);
        Assert.Equal(1, sink.Connections);
    }
}
