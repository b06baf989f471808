using System.Net;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>What a server's replies to recipients outside say of it, and how surely.</summary>
public sealed class RelayCheckTests
{
    private const string Denied = "5.7.1 Relay access denied";
    private static readonly TrialReply Refused = Reply(TrialQuestion.Outside, 554, Denied);
    private static readonly TrialReply Taken = Reply(TrialQuestion.Outside, 250);
    private static readonly TrialReply Picky = Reply(TrialQuestion.Invented, 550, "5.1.1 Unknown");
    private static readonly TrialReply Indifferent = Reply(TrialQuestion.Invented, 250);
    private static readonly TrialReply Postmaster = Reply(TrialQuestion.Postmaster, 250);

    public static TheoryData<string, TrialReply[], CheckState> Talks => new()
    {
        { "refused for relaying", [Refused, Reply(TrialQuestion.OutsidePercent, 550, "5.1.1 Unknown")], CheckState.Pass },
        { "qmail", [Reply(TrialQuestion.Outside, 553, "sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)")], CheckState.Pass },
        { "refused without a reason where postmaster is taken", [Postmaster, Reply(TrialQuestion.Outside, 550, "5.7.1 Denied")], CheckState.Pass },
        { "refused without a reason", [Reply(TrialQuestion.Outside, 550, "5.7.1 Denied")], CheckState.Unknown },
        { "turned away by a list", [Reply(TrialQuestion.Postmaster, 554, "5.7.1 blocked"), Reply(TrialQuestion.Outside, 554, "5.7.1 Client host blocked")], CheckState.Unknown },
        { "refused for the domain of the test", [Postmaster, Reply(TrialQuestion.Outside, 550, "5.1.2 Domain not found")], CheckState.Unknown },
        { "refused for its null MX", [Postmaster, Reply(TrialQuestion.Outside, 556, "5.1.10 Takes no mail")], CheckState.Unknown },
        { "put off", [Postmaster, Reply(TrialQuestion.Outside, 451, "4.7.1 Later")], CheckState.Unknown },
        { "taken by one that knows its own", [Taken, Picky], CheckState.Fail },
        { "forwarded by one that knows its own", [Reply(TrialQuestion.Outside, 251), Picky], CheckState.Fail },
        { "252 promises nothing", [Reply(TrialQuestion.Outside, 252), Picky], CheckState.Warn },
        { "taken by one that takes everything", [Taken, Indifferent], CheckState.Warn },
        { "taken by one that puts off what it does not know", [Taken, Reply(TrialQuestion.Invented, 450)], CheckState.Warn },
        { "taken by one that was not asked further", [Taken], CheckState.Warn },
        { "taken from a sender of the house", [Refused, Reply(TrialQuestion.OutsideFromOwn, 250), Picky], CheckState.Fail },
        { "taken behind a route", [Refused, Reply(TrialQuestion.OutsideRoute, 250), Picky], CheckState.Fail },
        { "percent at one that knows its own", [Refused, Reply(TrialQuestion.OutsidePercent, 250), Picky], CheckState.Fail },
        { "percent at one that takes every name", [Refused, Reply(TrialQuestion.OutsidePercent, 250), Reply(TrialQuestion.OutsideQuoted, 250), Indifferent], CheckState.Pass },
    };

    [Theory]
    [MemberData(nameof(Talks))]
    public void Relay_Replies_Mean(string what, TrialReply[] replies, CheckState state)
    {
        var health = Judge(replies);

        var check = health.Checks.Single(one => one.Id == "open-relay");
        Assert.True(state == check.State, $"{what}: {check.State}");
        Assert.Equal(state == CheckState.Fail ? [19] : [], health.Score.Caps.Select(cap => cap.Most));
        Assert.Equal(0, check.LostPoints);
    }

    [Fact]
    public void Relay_NeighbourOfTheServer_IsNeverSure()
    {
        var facts = Fact.Good with { MailHosts = [Host([Taken, Picky]) with { IsNeighbour = true }] };
        Assert.Equal(CheckState.Warn, facts.Check("open-relay").State);
        Assert.Contains(facts.Check("open-relay").Evidence, line => line.Contains("own network", StringComparison.Ordinal));
    }

    [Fact]
    public void Relay_OneOfTwoAddressesOpen_IsOpen()
    {
        var facts = Fact.Good with { MailHosts = [Host([Refused]), Host([Taken, Picky]) with { Address = IPAddress.Parse("192.0.2.26") }] };
        Assert.Equal(CheckState.Fail, facts.Check("open-relay").State);
    }

    [Fact]
    public void Relay_NotAsked_IsUnknownOnce()
    {
        var check = HealthRules.Judge(Fact.Good).Checks.Single(one => one.Id == "open-relay");
        Assert.Equal((CheckState.Unknown, ""), (check.State, check.Subject));
    }

    [Theory]
    [InlineData("mx.example.net ESMTP Postfix (Debian)", "Postfix", 3)]
    [InlineData("mx.example.net ESMTP Exim 4.98", "Exim", 3)]
    [InlineData("mx.example.net Microsoft ESMTP MAIL Service ready", "Exchange", 3)]
    [InlineData("mx.example.net ESMTP", "Postfix", 6)]
    public void Relay_Fix_IsForTheKindOfServer(string banner, string kind, int steps)
    {
        var advice = (Fact.Good with { MailHosts = [Host([Taken, Picky]) with { Banner = banner }] }).Check("open-relay").Advice;
        Assert.StartsWith(kind, advice?.Fix[0], StringComparison.Ordinal);
        Assert.Equal(steps, advice?.Fix.Count);
    }

    private static DomainHealth Judge(TrialReply[] replies) => HealthRules.Judge(Fact.Good with { MailHosts = [Host(replies)] });

    private static MailHostFact Host(TrialReply[] replies) => Fact.Host(MailHostState.Encrypted) with { Trials = replies };

    private static TrialReply Reply(TrialQuestion question, int code, string text = "") => new(question, $"RCPT TO:<{question}>", code, text);
}
