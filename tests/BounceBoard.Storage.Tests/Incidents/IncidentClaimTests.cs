using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Incidents;

/// <summary>Each due incident is decided by one worker, and facts that come in meanwhile are not lost.</summary>
public sealed class IncidentClaimTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Until = T0.AddMinutes(5);
    private static readonly DateTimeOffset NextLook = T0.AddHours(1);
    private readonly IncidentClaimWriter _claims = new();
    private StoredFacts _facts = null!;

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task ClaimDue_ByTwoWorkers_EachIncidentOnceAndOnlyOfTheTenant()
    {
        long[] ids = [await _facts.OpenAsync("a.example"), await _facts.OpenAsync("b.example")];
        await _facts.OpenAsync(tenant: Two);

        var first = await ClaimDueAsync(T0, most: 1);
        var second = await ClaimDueAsync(T0, most: 9);

        Assert.Equal(ids, first.Concat(second).Order());
        Assert.Single(first);
        Assert.Equal([Two], await TenantsAsync(T0));
    }

    [Fact]
    public async Task End_NothingCameIn_DueAtTheNextLook()
    {
        var id = await ClaimedAsync();

        Assert.True(await EndAsync(id, Until));

        Assert.Empty(await TenantsAsync(NextLook.AddMilliseconds(-1)));
        Assert.Equal([One], await TenantsAsync(NextLook));
    }

    [Theory]
    [InlineData(0)]
    // The clock of the node that files them is behind.
    [InlineData(-10)]
    public async Task End_FactsCameInMeanwhile_StaysDue(int seconds)
    {
        var id = await ClaimedAsync();
        await _facts.CountAsync(id, "ann@example.net", T0.AddSeconds(seconds));
        Assert.Empty(await ClaimDueAsync(T0.AddSeconds(1)));

        Assert.True(await EndAsync(id, Until));

        Assert.Equal([id], await ClaimDueAsync(T0.AddSeconds(1)));
    }

    [Fact]
    public async Task End_ClaimRanOutAndSomebodyElseTookIt_IsRefused()
    {
        var id = await ClaimedAsync();
        Assert.Equal([id], await ClaimDueAsync(Until));

        Assert.False(await EndAsync(id, Until));
        Assert.False(await EndAsync(id, Until.AddMinutes(5), Two));
        Assert.True(await EndAsync(id, Until.AddMinutes(5)));
    }

    [Fact]
    public async Task ClaimDue_WhoseHolderDied_EndsByItself()
    {
        var id = await ClaimedAsync();

        Assert.Empty(await ClaimDueAsync(Until.AddMilliseconds(-1)));
        Assert.Equal([id], await ClaimDueAsync(Until));
    }

    [Fact]
    public async Task Claim_ByName_TakesWhatIsNotDueAndMarksWhatSomebodyHolds()
    {
        var (free, held) = (await _facts.OpenAsync("a.example"), await _facts.OpenAsync("b.example"));
        await ClaimDueAsync(T0);
        await EndAsync(free, Until);

        Assert.Equal([free], await ClaimAsync([free, held], T0.AddSeconds(1)));
        await EndAsync(held, Until);

        Assert.Equal([held], await ClaimDueAsync(T0.AddSeconds(2)));
    }

    [Fact]
    public async Task GiveBack_Undecided_IsDueAtOnce()
    {
        var id = await ClaimedAsync();
        await _facts.Database.WriteAsync(
            Turn.Open, transaction => _claims.GiveBackAsync(One, [id], Until, T0.AddSeconds(1), transaction, default), default);

        Assert.Equal([id], await ClaimDueAsync(T0.AddSeconds(1)));
    }

    [Fact]
    public async Task Tenants_Archived_IsLeftAlone()
    {
        await _facts.OpenAsync();
        await _facts.RunAsync("UPDATE tenant SET state = 'Archived' WHERE tenant_id = 1");

        Assert.Empty(await TenantsAsync(T0.AddHours(1)));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<long> ClaimedAsync()
    {
        var id = await _facts.OpenAsync();
        Assert.Equal([id], await ClaimDueAsync(T0));
        return id;
    }

    private Task<IReadOnlyList<long>> ClaimDueAsync(DateTimeOffset now, int most = 50) => _facts.Database.WriteAsync(
        Turn.Open, transaction => _claims.ClaimDueAsync(One, now, now.AddMinutes(5), most, transaction, default), default);

    private Task<IReadOnlyList<long>> ClaimAsync(long[] ids, DateTimeOffset now) => _facts.Database.WriteAsync(
        Turn.Of(One), transaction => _claims.ClaimAsync(One, ids, now, now.AddMinutes(5), transaction, default), default);

    private Task<bool> EndAsync(long id, DateTimeOffset until, TenantId? tenant = null) => _facts.Database.WriteAsync(
        Turn.Of(One), transaction => _claims.TryEndAsync(tenant ?? One, id, until, NextLook, transaction, default), default);

    private Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now) => new DueIncidentReader(_facts.Database).TenantsAsync(now, default);
}
