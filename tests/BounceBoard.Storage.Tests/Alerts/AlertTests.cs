using BounceBoard.Core.Alerts;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Engines;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Alerts;

/// <summary>An alert is noted once for each episode, and one node sends it.</summary>
public sealed class AlertTests
{
    private static readonly DateTimeOffset Until = T0.AddMinutes(5);

    private readonly AlertWriter _alerts = new();
    private readonly AlertDeliveryWriter _ways = new();

    [Fact]
    public async Task TryAdd_SameEpisode_IsOneAlertPerTenant()
    {
        using var facts = await NewAsync();
        await facts.Database.WriteAsync(
            async transaction =>
            {
                Assert.True(await _alerts.TryAddAsync(One, new NewAlert(1, AlertKind.Opened, 7, "a"), T0, transaction, default));
                Assert.False(await _alerts.TryAddAsync(One, new NewAlert(2, AlertKind.Opened, 7, "a"), T0, transaction, default));
                Assert.True(await _alerts.TryAddAsync(One, new NewAlert(3, AlertKind.Opened, 7, "b"), T0, transaction, default));
                Assert.True(await _alerts.TryAddAsync(Two, new NewAlert(1, AlertKind.Opened, 7, "a"), T0, transaction, default));
            },
            default);

        Assert.Equal([3, 1], (await new AlertReader(facts.Database).ListAsync(One, 10, default)).Select(alert => alert.Id));
    }

    [Fact]
    public async Task Claim_TwoNodes_OneTakesUntilItsClaimEnds()
    {
        using var facts = await NewAsync();
        using var second = SecondNode.Of(facts.Database);
        await facts.Database.WriteAsync(
            async transaction =>
            {
                await _alerts.TryAddAsync(One, new NewAlert(1, AlertKind.Opened, 7, "a"), T0, transaction, default);
                await _ways.AddAsync(One, 9, 1, T0, transaction, default);
            },
            default);

        Assert.Equal([1], await ClaimAsync(facts.Database, T0, Until));
        Assert.Empty(await ClaimAsync(second, T0, Until));
        Assert.Equal([1], await ClaimAsync(second, Until, Until.AddMinutes(5)));
        Assert.Equal(0, await EndAsync(facts.Database, Until));
        Assert.Equal(1, await EndAsync(second, Until.AddMinutes(5)));
        Assert.Empty(await ClaimAsync(facts.Database, T0.AddDays(1), T0.AddDays(2)));
    }

    [Fact]
    public async Task PeopleTold_OnlyWhatWasWorded_Counts()
    {
        using var facts = await NewAsync();
        var told = await facts.Database.WriteAsync(
            async transaction =>
            {
                await _alerts.TryAddAsync(One, new NewAlert(1, AlertKind.Opened, 7, "a"), T0, transaction, default);
                Assert.Null(await _alerts.PeopleToldAsync(One, 7, transaction, default));
                Assert.True(await _alerts.TryWordAsync(One, 1, T0, "{}", 31, transaction, default));
                Assert.False(await _alerts.TryWordAsync(One, 1, T0, "{}", 32, transaction, default));
                return await _alerts.PeopleToldAsync(One, 7, transaction, default);
            },
            default);

        Assert.Equal(31, told);
    }

    private Task<IReadOnlyList<long>> ClaimAsync(Database.Database database, DateTimeOffset now, DateTimeOffset until) =>
        database.WriteAsync(Turn.Open, transaction => _ways.ClaimAsync(One, 9, now, until, 10, transaction, default), default);

    private Task<int> EndAsync(Database.Database database, DateTimeOffset until) => database.WriteAsync(
        Turn.Open, transaction => _ways.EndAsync(One, 9, until, AlertDeliveryState.Delivered, null, T0, "ok", transaction, default), default);
}
