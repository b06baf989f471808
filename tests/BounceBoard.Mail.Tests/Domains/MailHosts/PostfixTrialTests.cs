using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.MailHosts;

/// <summary>Real Postfix servers, closed and open, and what is said of them.</summary>
public sealed class PostfixTrialTests
{
    private static readonly PostfixSetup Closed = new() { Domain = "receiver.example", Users = ["user", "postmaster", "abuse"] };

    [Fact]
    public async Task Try_ClosedServer_IsNoRelay_AndItsMailboxesAreThere()
    {
        var (health, log) = await JudgeAsync(Closed);

        Assert.Equal((CheckState.Pass, CheckState.Pass, CheckState.Pass), (StateOf(health, "open-relay"), StateOf(health, "mx-postmaster"), StateOf(health, "mx-abuse")));
        Assert.Equal((CheckState.Pass, CheckState.Pass), (StateOf(health, "mx-bounces"), StateOf(health, "mx-vrfy")));
        Assert.DoesNotContain(health.Score.Caps, cap => cap.CheckId == "open-relay");
        Assert.Equal(4, log.Split("Relay access denied").Length - 1 + log.Split("User unknown").Length - 1);
        Assert.DoesNotContain("too many errors", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_OpenServer_IsAnOpenRelayThatHoldsTheScoreAt19()
    {
        var (health, log) = await JudgeAsync(Closed with { IsOpenRelay = true });

        var check = health.Checks.First(one => one.Id == "open-relay");
        Assert.Equal((CheckState.Fail, "mx.receiver.example"), (check.State, check.Subject));
        Assert.Contains(check.Evidence, line => line.Contains("RCPT TO:<relay-test@example.com>: 250", StringComparison.Ordinal));
        Assert.Contains("smtpd_relay_restrictions", check.Advice?.Fix[0], StringComparison.Ordinal);
        Assert.DoesNotContain(check.Advice?.Fix ?? [], step => step.StartsWith("Exim", StringComparison.Ordinal));
        Assert.Equal(19, health.Score.Caps.Single(cap => cap.CheckId == "open-relay").Most);
        // Nothing was queued.
        Assert.DoesNotContain("message-id", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_ServerWithoutAbuse_IsWarnedOf()
    {
        var (health, _) = await JudgeAsync(Closed with { Users = ["user", "postmaster"] });

        Assert.Equal((CheckState.Pass, CheckState.Warn), (StateOf(health, "mx-postmaster"), StateOf(health, "mx-abuse")));
    }

    [Fact]
    public async Task Try_Greylisting_IsUnknown()
    {
        var (health, _) = await JudgeAsync(Closed with { Recipients = ["postmaster@receiver.example 450 4.2.0 Greylisted", "abuse@receiver.example 450 4.2.0 Greylisted"] });

        Assert.Equal((CheckState.Unknown, CheckState.Unknown), (StateOf(health, "mx-postmaster"), StateOf(health, "mx-abuse")));
    }

    private static CheckState StateOf(DomainHealth health, string id) => health.Checks.First(check => check.Id == id).State;

    private static async Task<(DomainHealth Health, string Log)> JudgeAsync(PostfixSetup setup)
    {
        if (PostfixServer.Missing is { } why)
        {
            Assert.Skip(why);
        }
        await using var postfix = await PostfixServer.StartAsync(setup, TestContext.Current.CancellationToken);
        var (domain, host) = (DomainName.Parse(setup.Domain), DomainName.Parse($"mx.{setup.Domain}"));
        var fact = await new MailHostProbe(new MailProbeSettings { Port = postfix.Port, HeloName = "probe.example" }, TimeProvider.System)
            .ProbeAsync(host, IPAddress.Loopback, new MailTrial(domain, AsksMailboxes: true, TriesRelay: true), TestContext.Current.CancellationToken);
        var dns = DnsSnapshot.Of([new RecordAnswer(domain.Value, RecordType.Mx, DnsState.Found, "NOERROR", [$"10 {host}"], 300), new RecordAnswer(host.Value, RecordType.A, DnsState.Found, "NOERROR", ["127.0.0.1"], 300)]);
        return (HealthRules.Judge(new DomainFacts { Domain = domain, At = DateTimeOffset.UnixEpoch.AddYears(56), Resolver = "test", Dns = dns, MailHosts = [fact] }), await LogAsync(postfix));
    }

    // Postfix writes its log through a process of its own: the end of the conversation may stand there later than the client saw it.
    private static async Task<string> LogAsync(PostfixServer postfix)
    {
        for (var tries = 0; tries < 100 && !postfix.Log.Contains("disconnect from", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        return postfix.Log;
    }
}
