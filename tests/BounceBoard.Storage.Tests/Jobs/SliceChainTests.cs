using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Jobs;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Jobs;

/// <summary>One chain per tenant and kind of work, over all nodes.</summary>
public sealed class SliceChainTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly SliceChainWriter _chains = new();
    private StoredFacts _facts = null!;

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Begin_WhileAChainLives_BeginsNone()
    {
        Assert.Equal([One, Two], (await BeginAsync(7, T0, "parse", One, Two)).OrderBy(tenant => tenant.Value));
        Assert.Empty(await BeginAsync(8, T0.Add(Lease).AddMilliseconds(-1), "parse", One, Two));
        Assert.Equal([One], await BeginAsync(8, T0, "decide", One));
        Assert.True(await RenewAsync(One, 7, T0.AddMinutes(1)));
        Assert.Equal([Two], await BeginAsync(9, T0.Add(Lease), "parse", One, Two));
    }

    [Fact]
    public async Task Renew_AfterAnotherTookItsPlace_IsRefused()
    {
        await BeginAsync(7, T0, "parse", One);
        await BeginAsync(8, T0.Add(Lease), "parse", One);

        Assert.False(await RenewAsync(One, 7, T0.AddHours(1)));
        Assert.True(await RenewAsync(One, 8, T0.AddHours(1)));
        Assert.False(await RenewAsync(Two, 8, T0.AddHours(1)));
    }

    [Fact]
    public async Task End_OfAChain_LetsTheNextBegin()
    {
        await BeginAsync(7, T0, "parse", One);
        await EndAsync(8);
        Assert.Empty(await BeginAsync(9, T0, "parse", One));
        await EndAsync(7);
        Assert.Equal([One], await BeginAsync(9, T0, "parse", One));
    }

    [Fact]
    public async Task EndAll_ChainsAndClaims_AreNobodysAnyMore()
    {
        await BeginAsync(7, T0, "parse", One);
        await _facts.ReceiveAsync(Item("a") with { LeaseUntil = T0.Add(Lease) });
        await _facts.Database.WriteAsync(transaction => _chains.EndAllAsync(T0, T0.AddMinutes(1), transaction, default), default);

        Assert.Equal([One], await BeginAsync(8, T0, "parse", One));
        Assert.Equal([One], await new DueEvidenceReader(_facts.Database).TenantsAsync(T0, default));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    [InlineData(3, 60)]
    public async Task EndAll_EvidenceAtWhichProcessesEnded_RestsFromTheSecondOn(int attempts, int seconds)
    {
        await _facts.ReceiveAsync(Item("a") with { LeaseUntil = T0.Add(Lease) });
        await _facts.Database.RunAsync($"UPDATE evidence SET attempts = {attempts}");
        await _facts.Database.WriteAsync(transaction => _chains.EndAllAsync(T0, T0.AddMinutes(1), transaction, default), default);

        var due = new DueEvidenceReader(_facts.Database);
        Assert.Equal(seconds == 0 ? [One] : [], await due.TenantsAsync(T0, default));
        Assert.Equal([One], await due.TenantsAsync(T0.AddSeconds(seconds), default));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<IReadOnlyList<TenantId>> BeginAsync(long chain, DateTimeOffset now, string work, params TenantId[] tenants) =>
        _facts.Database.WriteAsync(
            Turn.Open, transaction => _chains.BeginAsync(work, tenants, chain, now, now + Lease, transaction, default), default);

    private Task<bool> RenewAsync(TenantId tenant, long chain, DateTimeOffset now) =>
        _facts.Database.WriteAsync(Turn.Open, transaction => _chains.TryRenewAsync(tenant, "parse", chain, now + Lease, transaction, default), default);

    private Task EndAsync(long chain) =>
        _facts.Database.WriteAsync(Turn.Open, transaction => _chains.EndAsync(One, "parse", chain, transaction, default), default);
}
