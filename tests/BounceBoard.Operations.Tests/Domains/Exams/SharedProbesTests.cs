using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.Operations.Domains.Exams;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

public sealed class SharedProbesTests
{
    private static readonly DomainName Host = DomainName.Parse("mx.example");
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.1");

    private static readonly ProbeTarget Target = new(Host, Host, Address, IsFirst: true);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(50));
    private MailHostFact _fact = new() { Host = Host, Address = Address, State = MailHostState.Encrypted, IsChainTrusted = true, IsNameValid = true };
    private int _asked;

    [Fact]
    public async Task Of_SoundHost_ServesOtherDomainsForHours()
    {
        var probes = new SharedProbes(AnswerAsync, Nobody, _time);
        await LookAsync(probes, mayBeOld: true);
        _time.Advance(SharedProbes.Sound - TimeSpan.FromSeconds(1));
        await LookAsync(probes, mayBeOld: true);
        Assert.Equal(1, _asked);
        _time.Advance(TimeSpan.FromSeconds(1));
        await LookAsync(probes, mayBeOld: true);
        Assert.Equal(2, _asked);
    }

    [Theory]
    [InlineData(MailHostState.Plain, true)]
    [InlineData(MailHostState.Unreachable, true)]
    [InlineData(MailHostState.Encrypted, false)]
    public async Task Of_HostWithAFault_IsAskedAgainSoon(MailHostState state, bool isTrusted)
    {
        _fact = _fact with { State = state, IsChainTrusted = isTrusted };
        var probes = new SharedProbes(AnswerAsync, Nobody, _time);
        await LookAsync(probes, mayBeOld: true);
        _time.Advance(SharedProbes.Faulty);
        await LookAsync(probes, mayBeOld: true);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Of_PersonWhoMendedSomething_SeesItAnew()
    {
        var probes = new SharedProbes(AnswerAsync, Nobody, _time);
        await LookAsync(probes, mayBeOld: true);
        _time.Advance(SharedProbes.AtLeast);
        await LookAsync(probes, mayBeOld: false);
        Assert.Equal(2, _asked);
        await LookAsync(probes, mayBeOld: false);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Of_ManyAtOnce_AreOneConnectionPerAddress()
    {
        var (now, most) = (0, 0);
        var probes = new SharedProbes(
            async (host, address, _, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Yield();
                Interlocked.Decrement(ref now);
                return _fact with { Host = host, Address = address };
            },
            Nobody,
            _time);
        var hosts = Enumerable.Range(0, 50).Select(number => DomainName.Parse($"mx{number % 25}.example"));

        var facts = await Task.WhenAll(hosts.Select(host => Task.Run(() => probes.OfAsync(new ProbeTarget(Host, host, Address, true), true, TestContext.Current.CancellationToken))));

        Assert.Equal((50, 1), (facts.Length, most));
    }

    [Fact]
    public async Task Of_OneWhoGivesUp_LeavesTheTurnToTheNext()
    {
        var hold = new TaskCompletionSource();
        using var end = new CancellationTokenSource();
        var probes = new SharedProbes(
            async (_, _, _, token) =>
            {
                await hold.Task.WaitAsync(token);
                return _fact;
            },
            Nobody,
            _time);
        var first = probes.OfAsync(Target, true, end.Token);
        var second = probes.OfAsync(Target, true, TestContext.Current.CancellationToken);

        await end.CancelAsync();
        hold.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(MailHostState.Encrypted, (await second).State);
    }

    private SharedTrials Nobody => new(new ProbeOptions { TestMailboxes = false }, _time);

    private static Task<MailHostFact> LookAsync(SharedProbes probes, bool mayBeOld) => probes.OfAsync(Target, mayBeOld, TestContext.Current.CancellationToken);

    private Task<MailHostFact> AnswerAsync(DomainName host, IPAddress address, MailTrial? trial, CancellationToken cancellationToken)
    {
        _asked++;
        return Task.FromResult(_fact);
    }
}
