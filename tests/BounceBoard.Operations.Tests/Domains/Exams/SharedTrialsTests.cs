using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.Operations.Domains.Exams;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>How often a server is asked about recipients, and whose answers a domain is shown.</summary>
public sealed class SharedTrialsTests
{
    private static readonly DomainName Host = DomainName.Parse("mx.provider.example");
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.1");
    private static readonly ProbeTarget One = new(DomainName.Parse("one.example"), Host, Address, IsFirst: true);
    private static readonly ProbeTarget Two = One with { Domain = DomainName.Parse("two.example") };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(50));
    private readonly List<MailTrial?> _asked = [];
    private int _outside = 554;
    private int _abuse = 250;
    private MailHostState _state = MailHostState.Encrypted;

    [Fact]
    public async Task Of_AnotherDomainOfTheServer_IsAskedForItsMailboxesOnly_AndSeesNothingOfTheFirst()
    {
        var probes = Probes(new ProbeOptions { TestRelay = true });
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        var second = await probes.OfAsync(Two, true, TestContext.Current.CancellationToken);

        Assert.Equal([new MailTrial(One.Domain, true, true), new MailTrial(Two.Domain, true, false)], _asked);
        Assert.Contains(second.Trials, reply => reply is { Question: TrialQuestion.Outside, Code: 554 });
        Assert.DoesNotContain(second.Trials, reply => reply.Command.Contains("one.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_OpenServer_IsAskedAnewByEachDomain()
    {
        _outside = 250;
        var probes = Probes(new ProbeOptions { TestRelay = true, TestMailboxes = false });
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        var second = await probes.OfAsync(Two, true, TestContext.Current.CancellationToken);

        Assert.Equal([One.Domain, Two.Domain], _asked.Select(trial => trial?.Domain));
        Assert.DoesNotContain(second.Trials, reply => reply.Command.Contains("one.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_PersonWhoPressesAgain_DoesNotMakeTheServerRefuseAgain()
    {
        var probes = Probes(new ProbeOptions { TestRelay = true, TestMailboxes = false });
        await probes.OfAsync(One, false, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(1));
        var again = await probes.OfAsync(One, false, TestContext.Current.CancellationToken);
        Assert.Equal([true, false], _asked.Select(trial => trial is not null));
        Assert.Contains(again.Trials, reply => reply.Question == TrialQuestion.Outside);

        _time.Advance(SharedTrials.Refused);
        await probes.OfAsync(One, false, TestContext.Current.CancellationToken);
        Assert.NotNull(_asked[^1]);
    }

    [Fact]
    public async Task Of_MailboxThatIsMissing_IsAskedAgainSoon_OneThatIsThere_AfterADay()
    {
        var probes = Probes(new ProbeOptions());
        _abuse = 550;
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        _time.Advance(SharedProbes.Faulty);
        _abuse = 250;
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        _time.Advance(SharedProbes.Sound - TimeSpan.FromMinutes(1));
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        Assert.Equal(2, _asked.Count);
        _time.Advance(SharedTrials.Sound);
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        Assert.Equal(3, _asked.Count(trial => trial is not null));
    }

    [Fact]
    public async Task Of_ServerThatDoesNotAnswer_IsNotTriedForEveryDomain()
    {
        _state = MailHostState.Unreachable;
        var probes = Probes(new ProbeOptions { TestRelay = true });
        await probes.OfAsync(One, true, TestContext.Current.CancellationToken);
        await probes.OfAsync(Two, true, TestContext.Current.CancellationToken);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Of_ServerThatIsNotTheFirst_IsNotAskedForMailboxes()
    {
        await Probes(new ProbeOptions()).OfAsync(One with { IsFirst = false }, true, TestContext.Current.CancellationToken);
        Assert.Equal([null], _asked);
    }

    private SharedProbes Probes(ProbeOptions options) => new(AnswerAsync, new SharedTrials(options, _time), _time);

    private Task<MailHostFact> AnswerAsync(DomainName host, IPAddress address, MailTrial? trial, CancellationToken cancellationToken)
    {
        _asked.Add(trial);
        var own = trial?.Domain.Value;
        TrialReply[] mailboxes = [new(TrialQuestion.BounceSender, "MAIL FROM:<>", 250, ""), new(TrialQuestion.Postmaster, $"RCPT TO:<postmaster@{own}>", 250, ""), new(TrialQuestion.Abuse, $"RCPT TO:<abuse@{own}>", _abuse, "")];
        TrialReply[] relay = [new(TrialQuestion.Outside, "RCPT TO:<relay-test@example.com>", _outside, ""), new(TrialQuestion.OutsidePercent, $"RCPT TO:<relay-test%example.com@{own}>", 554, "")];
        return Task.FromResult(new MailHostFact
        {
            Host = host,
            Address = address,
            State = _state,
            IsChainTrusted = true,
            IsNameValid = true,
            Trials = [.. trial?.AsksMailboxes == true ? mailboxes : [], .. trial?.TriesRelay == true ? relay : []],
        });
    }
}
