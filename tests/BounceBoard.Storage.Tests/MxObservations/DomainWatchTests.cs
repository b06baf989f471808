using BounceBoard.Core.Addresses;
using BounceBoard.Storage.MxObservations;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.MxObservations;

public sealed class DomainWatchTests : IDisposable
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
    private static readonly DomainName Domain = DomainName.Parse("example.net");
    private readonly TempDatabase _temp = new();
    private readonly DomainWatchWriter _writer = new();

    [Fact]
    public async Task ClaimAsync_TwoCallers_OnlyOneGetsIt()
    {
        await WatchAsync(Domain, T0);
        Assert.True(await ClaimAsync(T0, T0.AddMinutes(5)));
        Assert.False(await ClaimAsync(T0, T0.AddMinutes(6)));
        Assert.Empty(await DueAsync(T0.AddMinutes(4)));
        Assert.True(await ClaimAsync(T0.AddMinutes(5), T0.AddMinutes(10)), "A claim that ran out is free again.");
    }

    [Fact]
    public async Task ReleaseAsync_ClaimTakenOver_MovesNothing()
    {
        await WatchAsync(Domain, T0);
        await ClaimAsync(T0, T0.AddMinutes(5));
        await ClaimAsync(T0.AddMinutes(5), T0.AddMinutes(10));
        Assert.False(await ReleaseAsync(T0.AddMinutes(5), T0.AddHours(1)));
        Assert.True(await ReleaseAsync(T0.AddMinutes(10), T0.AddHours(1)));
        var row = await new DomainWatchReader(_temp.Database).FindAsync(Domain, default);
        Assert.Equal(T0.AddHours(1), row!.DueAt);
        Assert.Empty(await DueAsync(T0.AddMinutes(59)));
        Assert.Single(await DueAsync(T0.AddHours(1)));
    }

    [Fact]
    public async Task WatchAsync_Twice_KeepsTheEarlierTime()
    {
        await WatchAsync(Domain, T0.AddHours(1));
        await WatchAsync(Domain, T0);
        await WatchAsync(Domain, T0.AddHours(2));
        Assert.Equal(T0, Assert.Single(await DueAsync(T0.AddDays(1))).DueAt);
    }

    [Fact]
    public async Task WatchMissingAsync_OpenIncidentsAndSendingDomains_AreWatchedAndSamplesAreNot()
    {
        await _temp.Database.AddTenantAsync(1);
        await _temp.Database.AddTenantAsync(2, isDemo: true);
        await _temp.Database.AddTenantAsync(3, state: "Archived");
        await _temp.Database.AddIncidentAsync(1, 1, "open.test", "198.51.100.7", T0);
        await _temp.Database.AddIncidentAsync(1, 2, "closed.test", "198.51.100.7", T0, "Resolved");
        await _temp.Database.AddIncidentAsync(1, 3, "recovering.test", "198.51.100.7", T0, "Recovering");
        await _temp.Database.AddIncidentAsync(2, 4, "sample.test", "198.51.100.7", T0);
        await _temp.Database.AddSendingDomainAsync(1, "acme.test");
        await _temp.Database.AddSendingDomainAsync(3, "archived.test");
        await _temp.Database.WriteAsync(tx => _writer.WatchMissingAsync(T0, tx, default), default);
        Assert.Equal(0, await _temp.Database.WriteAsync(tx => _writer.WatchMissingAsync(T0, tx, default), default));
        Assert.Equal(["acme.test", "open.test", "recovering.test"], (await DueAsync(T0)).Select(row => row.Domain));
    }

    [Fact]
    public async Task DropUnwatchedAsync_IncidentClosed_DropsOnlyThatDomainWhenDue()
    {
        await _temp.Database.AddTenantAsync(1);
        await _temp.Database.AddIncidentAsync(1, 1, "a.test", "198.51.100.7", T0);
        await _temp.Database.AddIncidentAsync(1, 2, "b.test", "198.51.100.7", T0);
        await _temp.Database.WriteAsync(tx => _writer.WatchMissingAsync(T0, tx, default), default);
        await _temp.Database.CloseIncidentAsync(1, 1);
        Assert.Equal(0, await _temp.Database.WriteAsync(tx => _writer.DropUnwatchedAsync(T0.AddMinutes(-1), tx, default), default));
        Assert.Equal(1, await _temp.Database.WriteAsync(tx => _writer.DropUnwatchedAsync(T0, tx, default), default));
        Assert.Equal(["b.test"], (await DueAsync(T0)).Select(row => row.Domain));
    }

    [Fact]
    public async Task Targets_OpenIncidentAndSelectors_AreGatheredOnce()
    {
        await _temp.Database.AddTenantAsync(1);
        await _temp.Database.AddTenantAsync(2);
        await _temp.Database.AddTenantAsync(3);
        await _temp.Database.AddIncidentAsync(1, 1, "a.test", "198.51.100.7", T0);
        await _temp.Database.AddIncidentAsync(2, 2, "a.test", "198.51.100.7", T0);
        await _temp.Database.AddIncidentAsync(2, 3, "a.test", "198.51.100.9", T0.AddHours(1));
        await _temp.Database.AddIncidentAsync(3, 4, "a.test", "198.51.100.10", T0, "Dismissed");
        await _temp.Database.AddSendingDomainAsync(1, "acme.test", """["s2","s1"]""");
        await _temp.Database.AddSendingDomainAsync(2, "acme.test", """["s1"]""");
        var reader = new WatchTargetReader(_temp.Database);
        Assert.Equal(["198.51.100.9", "198.51.100.7"],
            (await reader.RefusingAddressesAsync(DomainName.Parse("a.test"), T0, 10, default)).Select(address => address.ToString()));
        Assert.Equal(["s1", "s2"], await reader.SelectorsAsync(DomainName.Parse("acme.test"), default));
        Assert.Null(await reader.SelectorsAsync(DomainName.Parse("a.test"), default));
    }

    public void Dispose() => _temp.Dispose();

    private Task WatchAsync(DomainName domain, DateTimeOffset due) =>
        _temp.Database.WriteAsync(tx => _writer.WatchAsync([domain], due, tx, default), default);

    private Task<bool> ClaimAsync(DateTimeOffset now, DateTimeOffset until) =>
        _temp.Database.WriteAsync(tx => _writer.ClaimAsync(Domain, now, until, tx, default), default);

    private Task<bool> ReleaseAsync(DateTimeOffset lease, DateTimeOffset due) =>
        _temp.Database.WriteAsync(tx => _writer.ReleaseAsync(Domain, lease, T0, due, 0, tx, default), default);

    private Task<IReadOnlyList<DomainWatchRow>> DueAsync(DateTimeOffset now) => new DomainWatchReader(_temp.Database).ListDueAsync(now, 100, default);
}
