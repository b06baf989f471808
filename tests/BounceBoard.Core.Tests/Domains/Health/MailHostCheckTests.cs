using System.Net;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>What an MX host is, does and says beside STARTTLS.</summary>
public sealed class MailHostCheckTests
{
    private static readonly IPAddress Six = IPAddress.Parse("2001:db8::25");

    [Theory]
    [InlineData(250, "", CheckState.Pass)]
    [InlineData(251, "", CheckState.Pass)]
    [InlineData(450, "4.2.0 Greylisted", CheckState.Unknown)]
    [InlineData(550, "5.1.1 Unknown", CheckState.Warn)]
    [InlineData(550, "", CheckState.Warn)]
    [InlineData(550, "5.7.133 Sender not authenticated for group", CheckState.Warn)]
    public void Abuse_Reply_Is(int code, string text, CheckState state) =>
        Assert.Equal(state, Tried(new(TrialQuestion.Postmaster, "RCPT", 250, ""), new(TrialQuestion.Abuse, "RCPT", code, text)).Check("mx-abuse").State);

    [Fact]
    public void Mailboxes_BothRefusedByPolicy_SayNothingOfTheDomain()
    {
        var facts = Tried(new(TrialQuestion.Postmaster, "RCPT", 554, "5.7.1 Client host blocked"), new(TrialQuestion.Abuse, "RCPT", 554, "5.7.1 Client host blocked"));
        Assert.Equal((CheckState.Unknown, CheckState.Unknown), (facts.Check("mx-postmaster").State, facts.Check("mx-abuse").State));
    }

    [Fact]
    public void Mailboxes_NotAsked_AreUnknownAndCostNothing()
    {
        Assert.Equal((CheckState.Unknown, CheckState.Unknown), (Fact.Good.Check("mx-postmaster").State, Fact.Good.Check("mx-abuse").State));
        Assert.Equal(100, HealthRules.Judge(Tried(new(TrialQuestion.Postmaster, "RCPT", 550, ""), new(TrialQuestion.Abuse, "RCPT", 550, ""))).Score.Value);
    }

    [Theory]
    [InlineData(250, "", CheckState.Pass)]
    [InlineData(550, "5.1.0 No empty senders", CheckState.Warn)]
    [InlineData(554, "5.7.1 Client host blocked", CheckState.Unknown)]
    [InlineData(451, "4.3.0 Later", CheckState.Unknown)]
    public void Bounces_ReplyToTheEmptySender_Is(int code, string text, CheckState state)
    {
        var facts = Fact.Good with { MailHosts = [Fact.Host(MailHostState.Encrypted) with { Trials = [new(TrialQuestion.BounceSender, "MAIL FROM:<>", code, text)] }] };
        Assert.Equal(state, facts.Check("mx-bounces").State);
    }

    [Theory]
    [InlineData(252, 502, CheckState.Pass)]
    [InlineData(550, 550, CheckState.Pass)]
    [InlineData(250, 502, CheckState.Warn)]
    [InlineData(252, 250, CheckState.Warn)]
    public void Listing_Replies_Are(int verify, int expand, CheckState state) =>
        Assert.Equal(state, Tried(new(TrialQuestion.Verify, "VRFY", verify, ""), new(TrialQuestion.Expand, "EXPN", expand, "")).Check("mx-vrfy").State);

    [Theory]
    [InlineData("mx.example.net ESMTP", "", CheckState.Pass)]
    [InlineData("in7.example.net ESMTP", "", CheckState.Pass)]
    [InlineData("mx.provider.example ESMTP", "25.2.0.192.in-addr.arpa PTR a7.provider.example.", CheckState.Pass)]
    [InlineData("mx.provider.example ESMTP", "25.2.0.192.in-addr.arpa PTR a7.other.example", CheckState.Warn)]
    [InlineData("mx.provider.example ESMTP", "", CheckState.Warn)]
    [InlineData("mx.provider.example ESMTP", "25.2.0.192.in-addr.arpa FAIL", CheckState.Unknown)]
    [InlineData("localhost ESMTP", "", CheckState.Warn)]
    [InlineData("", "", CheckState.Warn)]
    public void Banner_Name_Is(string banner, string reverse, CheckState state)
    {
        var facts = Fact.With([.. Fact.GoodLines, .. reverse.Length > 0 ? [reverse] : Array.Empty<string>()]) with { MailHosts = [Fact.Host(MailHostState.Encrypted) with { Banner = banner }] };
        Assert.Equal(state, facts.Check("mx-banner").State);
    }

    [Theory]
    [InlineData(MailHostState.Encrypted, CheckState.Pass)]
    [InlineData(MailHostState.Unreachable, CheckState.Warn)]
    [InlineData(MailHostState.NotTried, CheckState.Unknown)]
    public void Ipv6_State_Is(MailHostState state, CheckState expected)
    {
        var facts = Fact.With([.. Fact.GoodLines, $"mx.example.net AAAA {Six}"]) with { MailHosts = [Fact.Host(MailHostState.Encrypted), Fact.Host(state) with { Address = Six, Problem = "This machine has no way." }] };
        Assert.Equal((expected, CheckState.Pass), (facts.Check("mx-ipv6").State, facts.Check("mx-reachable").State));
    }

    [Fact]
    public void Ipv6_NoAddress_HasNothingToSay() => Assert.Equal(CheckState.NotApplicable, Fact.Good.Check("mx-ipv6").State);

    [Fact]
    public void Reachable_Evidence_SaysHowLongTheGreetingTook()
    {
        var facts = Fact.Good with { MailHosts = [Fact.Host(MailHostState.Encrypted) with { GreetingAfter = TimeSpan.FromMilliseconds(34.6) }] };
        Assert.Equal(["mx.example.net [192.0.2.25]: greeting after 35 ms"], facts.Check("mx-reachable").Evidence);
    }

    [Theory]
    [InlineData("enforce", true, CheckState.Pass)]
    [InlineData("enforce", false, CheckState.Fail)]
    [InlineData("testing", false, CheckState.Warn)]
    public void StsCertificate_OfAHost_IsWhatThePolicyWants(string mode, bool isTrusted, CheckState state)
    {
        var facts = Fact.Good with
        {
            MtaStsPolicy = new(200, "text/plain", $"version: STSv1\nmode: {mode}\nmx: mx.example.net\nmax_age: 86400\n", "", false),
            MailHosts = [Fact.Host(MailHostState.Encrypted, isTrusted: isTrusted)],
        };
        Assert.Equal((state, 0), (facts.Check("mta-sts-certificate").State, facts.Check("mta-sts-certificate").LostPoints));
    }

    [Fact]
    public void StsCertificate_NoTls_Fails_AndWithoutAPolicyThereIsNoSuchCheck()
    {
        var plain = Fact.Good with { MailHosts = [Fact.Host(MailHostState.Plain)] };
        Assert.Equal(CheckState.Fail, plain.Check("mta-sts-certificate").State);
        Assert.DoesNotContain(HealthRules.Judge(plain with { MtaStsPolicy = null }).Checks, check => check.Id == "mta-sts-certificate");
    }

    [Fact]
    public void Mx_TwoRecordsOfOneServer_AreNoSpare()
    {
        Assert.DoesNotContain(HealthRules.Judge(Fact.Good).Checks, check => check.Id == "mx-twice");
        string[] two = ["example.net MX 10 mx.example.net", "example.net MX 20 mx2.example.net"];
        Assert.Equal(CheckState.Pass, Fact.Replacing("example.net", "MX", [.. two, "mx2.example.net A 192.0.2.26"]).Check("mx-twice").State);
        Assert.Equal(CheckState.Warn, Fact.Replacing("example.net", "MX", [.. two, "mx2.example.net A 192.0.2.25"]).Check("mx-twice").State);
        Assert.Equal(CheckState.Warn, Fact.Replacing("example.net", "MX", "example.net MX 10 mx.example.net", "example.net MX 20 MX.example.net.").Check("mx-twice").State);
    }

    private static DomainFacts Tried(params TrialReply[] replies) =>
        Fact.Good with { MailHosts = [Fact.Host(MailHostState.Encrypted) with { Trials = [new(TrialQuestion.BounceSender, "MAIL FROM:<>", 250, ""), .. replies] }] };
}
