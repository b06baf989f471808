using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Web.Tenants;
using Xunit;

namespace BounceBoard.Web.Tests.Tenants;

public sealed class SharedTroubleTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ThreeTenantsAtOneScope_AreNamedTheEarliestFirst()
    {
        var shared = Assert.Single(SharedTrouble.Of([Spike("big.test", 1, 2), Spike("big.test", 2, 0), Spike("big.test", 3, 1), Spike("big.test", 3, 5), Spike("small.test", 1, 0)]));
        Assert.Equal("big.test", shared.ScopeName);
        Assert.Equal([2L, 3, 1], shared.Spikes.Select(spike => spike.TenantId.Value));
    }

    [Fact]
    public void Of_OneTenantThrice_IsNoSharedTrouble() =>
        Assert.Empty(SharedTrouble.Of([Spike("big.test", 1, 0), Spike("big.test", 1, 1), Spike("big.test", 1, 2), Spike("big.test", 2, 2)]));

    private static SpikeAtTenantRow Spike(string scope, long tenant, int hours) =>
        new() { ScopeName = scope, TenantId = new TenantId(tenant), Number = 1, SinceAt = At.AddHours(hours) };
}
