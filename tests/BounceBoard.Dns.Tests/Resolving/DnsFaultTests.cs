using System.Diagnostics;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Resolving;

/// <summary>Fault F6: whatever DNS does, a failure is Unknown with its name, never "no record".</summary>
public sealed class DnsFaultTests : IDisposable
{
    private readonly TestDnsServer _server = TestDnsServer.Start("example.net. 300 IN MX 10 mx.example.net.", "mx.example.net. 300 IN A 198.51.100.7");

    [Theory]
    [InlineData(DnsFault.ServFail, "SERVFAIL")]
    [InlineData(DnsFault.Refused, "REFUSED")]
    [InlineData(DnsFault.Drop, "TIMEOUT")]
    public async Task MxAsync_ServerFails_IsUnknownWithItsRcode(DnsFault fault, string rcode)
    {
        _server.Fail("example.net", fault);
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        var answer = await resolvers.All[0].MxAsync(DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
        Assert.Equal((DnsState.Unknown, rcode), (answer.State, answer.Rcode));
        Assert.False(answer.NoSuchDomain);
        Assert.Empty(answer.Hosts);
        Assert.Null(answer.Ttl);
    }

    [Theory]
    [InlineData(DnsFault.ServFail, "SERVFAIL")]
    [InlineData(DnsFault.Refused, "REFUSED")]
    [InlineData(DnsFault.Drop, "TIMEOUT")]
    public async Task RecordAsync_ServerFails_IsUnknownWithItsRcode(DnsFault fault, string rcode)
    {
        _server.Fail("mx.example.net", fault);
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        var answer = await resolvers.All[0].RecordAsync("mx.example.net", RecordType.A, TestContext.Current.CancellationToken);
        Assert.Equal((DnsState.Unknown, rcode), (answer.State, answer.Rcode));
    }

    [Fact]
    public async Task MxAsync_OnlyTheAddressesFailWithoutMx_IsUnknownNotAbsent()
    {
        // The MX question is answered (no data), the address questions after it are not.
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        _server.Replace("example.net. 300 IN TXT x");
        var before = await resolvers.All[0].MxAsync(DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
        Assert.Equal(DnsState.Absent, before.State);
        _server.FailType("example.net", "A", DnsFault.ServFail);
        var after = await resolvers.All[0].MxAsync(DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
        Assert.Equal((DnsState.Unknown, "SERVFAIL"), (after.State, after.Rcode));
    }

    [Fact]
    public async Task MxAsync_TruncatedOverUdp_ComesBackOverTcp()
    {
        _server.Fail("example.net", DnsFault.Truncate);
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        var answer = await resolvers.All[0].MxAsync(DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
        Assert.Equal(DnsState.Found, answer.State);
        Assert.Equal(1, _server.TcpQueriesFor("example.net"));
    }

    [Fact]
    public async Task MxAsync_NobodyListens_IsUnknownAfterTheTimeout()
    {
        var options = _server.OptionsFor();
        _server.Dispose();
        using var resolvers = ResolverSet.From(options);
        var clock = Stopwatch.StartNew();
        var answer = await resolvers.All[0].MxAsync(DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
        Assert.Equal(DnsState.Unknown, answer.State);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task MxAsync_Cancelled_ThrowsOperationCanceled()
    {
        _server.Fail("example.net", DnsFault.Drop);
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resolvers.All[0].MxAsync(DomainName.Parse("example.net"), cancel.Token));
    }

    [Fact]
    public async Task MxAsync_TimeoutWithRetries_AsksAgain()
    {
        _server.Fail("example.net", DnsFault.Drop);
        var options = _server.OptionsFor();
        options.Timeout = TimeSpan.FromMilliseconds(100);
        options.Retries = 2;
        using var resolvers = ResolverSet.From(options);
        await resolvers.All[0].MxAsync(DomainName.Parse("example.net"), TestContext.Current.CancellationToken);
        Assert.Equal(3, _server.QueriesFor("example.net"));
    }

    public void Dispose() => _server.Dispose();
}
