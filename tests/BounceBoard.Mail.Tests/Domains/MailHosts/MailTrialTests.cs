using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.MailHosts;

/// <summary>Senders and recipients named to servers of the test; none of them ever hears DATA.</summary>
public sealed class MailTrialTests
{
    private static readonly MailTrial Whole = new(DomainName.Parse("receiver.example"), AsksMailboxes: true, TriesRelay: true);

    [Fact]
    public async Task Try_ServerThatRefusesStrangers_HearsFourRefusalsAtMostInOneConnection()
    {
        using var sink = new ScriptedSink { ReplyTo = path => Own(path) ?? "554 5.7.1 Relay access denied" };

        var fact = await ProbeAsync(sink, Whole);

        Assert.Equal(
            [
                "EHLO probe.example", "VRFY postmaster@receiver.example", "EXPN postmaster@receiver.example",
                "MAIL FROM:<>", "RCPT TO:<postmaster@receiver.example>", "RCPT TO:<abuse@receiver.example>", "RCPT TO:<relay-test@example.com>", "RSET",
                "MAIL FROM:<postmaster@receiver.example>", "RCPT TO:<relay-test@example.com>", "RCPT TO:<relay-test%example.com@receiver.example>",
                "RCPT TO:<\"relay-test@example.com\"@receiver.example>", "RSET", "QUIT",
            ],
            sink.Commands.Select(command => command.TrimEnd()));
        Assert.Equal((1, 4), (sink.Connections, fact.Trials.Count(reply => reply.Code == 554)));
        Assert.Equal((MailHostState.Plain, "", "", false), (fact.State, fact.Problem, fact.TrialProblem, fact.IsNeighbour));
        Assert.Equal(new TrialReply(TrialQuestion.Outside, "RCPT TO:<relay-test@example.com>", 554, "5.7.1 Relay access denied"), fact.Trials.First(reply => reply.Question == TrialQuestion.Outside));
    }

    [Fact]
    public async Task Try_ServerThatTakesStrangers_IsAskedOnceForANameThatNobodyHas()
    {
        using var sink = new ScriptedSink { ReplyTo = path => Own(path) ?? (path.EndsWith("example.com", StringComparison.Ordinal) ? "250 2.1.5 Ok" : "550 5.1.1 Unknown") };

        var fact = await ProbeAsync(sink, Whole);

        Assert.Equal(550, Assert.Single(fact.Trials, reply => reply.Question == TrialQuestion.Invented).Code);
        Assert.Equal([250, 250, 250], fact.Trials.Where(reply => reply.Question is TrialQuestion.Outside or TrialQuestion.OutsideFromOwn or TrialQuestion.OutsideRoute).Select(reply => reply.Code));
        Assert.Empty(sink.Mails);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) || command.StartsWith("BDAT", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Try_StartTls_GoesOnEncryptedInTheSameConnection()
    {
        using var sink = new ScriptedSink { OffersStartTls = true };

        var fact = await ProbeAsync(sink, Whole with { TriesRelay = false });

        Assert.Equal(["EHLO probe.example", "STARTTLS", "EHLO probe.example", "VRFY postmaster@receiver.example"], sink.Commands.Take(4).Select(command => command.TrimEnd()));
        Assert.Equal((1, MailHostState.Encrypted), (sink.Connections, fact.State));
        Assert.DoesNotContain(sink.Commands, command => command.Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Try_ServerThatListsItsPeople_IsNotedWithoutThem()
    {
        using var sink = new ScriptedSink { ReplyToOther = command => command.StartsWith("EXPN", StringComparison.Ordinal) ? "250-<anna@receiver.example>\r\n250 <bert@receiver.example>" : "550 5.1.1 Unknown" };

        var fact = await ProbeAsync(sink, Whole with { TriesRelay = false });

        Assert.Equal((250, ""), (fact.Trials[1].Code, fact.Trials[1].Text));
        Assert.Equal((550, "5.1.1 Unknown"), (fact.Trials[0].Code, fact.Trials[0].Text));
    }

    [Fact]
    public async Task Try_DomainUnderTheReservedOne_NamesAnother()
    {
        using var sink = new ScriptedSink();

        await ProbeAsync(sink, new MailTrial(DomainName.Parse("mail.example.com"), AsksMailboxes: false, TriesRelay: true));

        Assert.Contains("RCPT TO:<relay-test@example.org>\r\n", sink.Commands);
        Assert.DoesNotContain("RCPT TO:<relay-test@example.com>\r\n", sink.Commands);
    }

    public static TheoryData<string, SinkStage, SinkAction, int, string> Misbehaviour => new()
    {
        { "drop", SinkStage.RcptTo, SinkAction.Drop, 3, "ended the connection" },
        { "garbage", SinkStage.RcptTo, SinkAction.Junk, 3, "no SMTP reply" },
        { "silence", SinkStage.RcptTo, SinkAction.Silence, 3, "did not answer for all recipients" },
        { "endless", SinkStage.RcptTo, SinkAction.Endless, 3, "does not end" },
        { "421", SinkStage.RcptTo, SinkAction.SayAndDrop("421 4.7.0 Too many recipients"), 4, "ends the conversation: 421" },
        { "drop at MAIL", SinkStage.MailFrom, SinkAction.Drop, 2, "ended the connection" },
    };

    [Theory]
    [MemberData(nameof(Misbehaviour))]
    public async Task Try_ServerMisbehaves_KeepsWhatWasAnsweredAndWhatTlsShowed(string what, SinkStage stage, SinkAction action, int replies, string problem)
    {
        using var sink = new ScriptedSink { OffersStartTls = true };
        sink.Actions[stage] = action;

        var fact = await ProbeAsync(sink, Whole);

        Assert.True(replies == fact.Trials.Count, $"{what}: {string.Join(" | ", fact.Trials)}");
        Assert.Contains(problem, fact.TrialProblem, StringComparison.Ordinal);
        Assert.Equal((MailHostState.Encrypted, 1), (fact.State, sink.Connections));
        Assert.DoesNotContain("recipients", fact.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("554 5.7.1 No service for you")]
    [InlineData("421 4.3.2 Busy")]
    public async Task Try_ServerThatTurnsThisMachineAway_HearsNoName(string greeting)
    {
        using var sink = new ScriptedSink();
        sink.Actions[SinkStage.Banner] = SinkAction.Say(greeting);

        var fact = await ProbeAsync(sink, Whole);

        Assert.Equal(["QUIT\r\n"], sink.Commands);
        Assert.Empty(fact.Trials);
    }

    [Fact]
    public async Task Try_Cancelled_Throws()
    {
        using var sink = new ScriptedSink();
        sink.Actions[SinkStage.RcptTo] = SinkAction.Silence;
        using var end = new CancellationTokenSource();
        var probe = new MailHostProbe(Settings(sink.Port) with { TrialPatience = TimeSpan.FromMinutes(1) }, TimeProvider.System).ProbeAsync(DomainName.Parse("mx.example"), IPAddress.Loopback, Whole, end.Token);
        await sink.Reached(SinkStage.RcptTo);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
    }

    private static string? Own(string path) => path is "postmaster@receiver.example" or "abuse@receiver.example" ? "250 2.1.5 Ok" : null;

    private static MailProbeSettings Settings(int port) =>
        new() { Port = port, HeloName = "probe.example", Patience = TimeSpan.FromSeconds(5), TrialPatience = TimeSpan.FromSeconds(1) };

    private static Task<MailHostFact> ProbeAsync(ScriptedSink sink, MailTrial trial) =>
        new MailHostProbe(Settings(sink.Port), TimeProvider.System).ProbeAsync(DomainName.Parse("mx.example"), IPAddress.Loopback, trial, TestContext.Current.CancellationToken);
}
