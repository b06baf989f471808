using System.Net;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Routes;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Routes;

public sealed class RouteAdministrationTests : IAsyncDisposable
{
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.10");
    private readonly TestInstallation _house = new();

    private RouteAdministration Routes => _house.Get<RouteAdministration>();

    private PoolAdministration Pools => _house.Get<PoolAdministration>();

    [Fact]
    public async Task SaveAsync_PoolRouteAndNetwork_LoadAsOneNetwork()
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await Pools.SaveAsync(Actor.System, tenant, null, "tx", [Address, Address], default));
        Value(await Routes.SaveAsync(Actor.System, tenant, null, Transport("main", "example.net smtp:[old.mx.test]:25", "tx"), default));
        Value(await Routes.SetOwnNetworksAsync(Actor.System, tenant, ["192.0.2.0/24", "", "2001:db8::1"], default));
        var network = await _house.Get<SenderNetworkReader>().LoadAsync(tenant, default);
        Assert.Equal([Address], Assert.Single(network.Pools).Addresses);
        Assert.Equal(("example.net", "old.mx.test", "tx"), (network.Routes[0].Pattern, network.Routes[0].Host, network.Routes[0].Pool));
        Assert.Equal(["192.0.2.0/24", "2001:db8::1/128"], network.OwnNetworks.Select(own => own.ToString()));
        Assert.Equal(["network.set", "route.add", "pool.add"], (await _house.AuditAsync(tenant)).Take(3).Select(line => line.Action));
    }

    [Fact]
    public async Task SaveAsync_BadLines_EveryOneNamedAndNothingSaved()
    {
        var tenant = await _house.TenantAsync("acme");
        var refused = await Routes.SaveAsync(
            Actor.System, tenant, null, Transport("main", "# ours\nexample.net\nexample.org smtp:[ok.test]\nexample.com smtp:[broken", null), default);
        Assert.Contains("Line 2:", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("Line 4:", refused.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 3:", refused.Problem, StringComparison.Ordinal);
        Assert.Empty(await _house.Get<OutboundRouteReader>().ListAsync(tenant, default));
    }

    [Fact]
    public async Task SaveAsync_UnknownPoolTakenNameEmptyText_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await Routes.SaveAsync(Actor.System, tenant, null, Transport("main", "example.net smtp:[a.test]", null), default));
        Assert.NotNull((await Routes.SaveAsync(Actor.System, tenant, null, Transport("main", "example.net smtp:[a.test]", null), default)).Problem);
        Assert.Contains("no sender pool", (await Routes.SaveAsync(Actor.System, tenant, null, Transport("x", "example.net smtp:[a.test]", "none"), default)).Problem, StringComparison.Ordinal);
        Assert.NotNull((await Routes.SaveAsync(Actor.System, tenant, null, Transport("y", "# nothing", null), default)).Problem);
    }

    [Fact]
    public async Task SaveAsync_Id_OverwritesOwnAndFindsNoForeignOne()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var row = Value(await Routes.SaveAsync(Actor.System, tenant, null, Transport("main", "example.net smtp:[a.test]", null), default));
        Value(await Routes.SaveAsync(Actor.System, tenant, row.Id, Transport("main", "example.net smtp:[b.test]", null), default));
        Assert.Contains("b.test", Assert.Single(await _house.Get<OutboundRouteReader>().ListAsync(tenant, default)).Text, StringComparison.Ordinal);
        Assert.NotNull((await Routes.SaveAsync(Actor.System, other, row.Id, Transport("main", "example.net smtp:[c.test]", null), default)).Problem);
        Assert.NotNull((await Routes.RemoveAsync(Actor.System, other, row.Id, default)).Problem);
        Value(await Routes.RemoveAsync(Actor.System, tenant, row.Id, default));
    }

    [Fact]
    public async Task Pools_AddressInTwoOrStillNamedByARoute_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var pool = Value(await Pools.SaveAsync(Actor.System, tenant, null, "tx", [Address], default));
        Assert.Contains("'tx'", (await Pools.SaveAsync(Actor.System, tenant, null, "bulk", [Address], default)).Problem, StringComparison.Ordinal);
        var route = Value(await Routes.SaveAsync(Actor.System, tenant, null, Transport("main", "example.net smtp:[a.test]", "tx"), default));
        Assert.NotNull((await Pools.RemoveAsync(Actor.System, tenant, pool.Id, default)).Problem);
        Assert.NotNull((await Pools.SaveAsync(Actor.System, tenant, pool.Id, "renamed", [Address], default)).Problem);
        Value(await Routes.RemoveAsync(Actor.System, tenant, route.Id, default));
        Value(await Pools.SaveAsync(Actor.System, tenant, pool.Id, "renamed", [], default));
        Value(await Pools.RemoveAsync(Actor.System, tenant, pool.Id, default));
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("192.0.2.0/33")]
    [InlineData("ours")]
    public async Task SetOwnNetworksAsync_BadLine_NamedAndTheOldOnesStay(string line)
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await Routes.SetOwnNetworksAsync(Actor.System, tenant, ["198.51.100.0/24"], default));
        Assert.Contains("Line 2:", (await Routes.SetOwnNetworksAsync(Actor.System, tenant, ["192.0.2.0/24", line], default)).Problem, StringComparison.Ordinal);
        Assert.Equal("198.51.100.0/24", Assert.Single(await _house.Get<OwnNetworkReader>().ListAsync(tenant, default)).ToString());
    }

    [Fact]
    public async Task Everything_RolesThatMayNot_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        foreach (var role in (TenantRole[])[TenantRole.Technician, TenantRole.Operator, TenantRole.Approver, TenantRole.Viewer])
        {
            var actor = await _house.MemberAsync($"person-{role}", tenant, role);
            Assert.NotNull((await Routes.SaveAsync(actor, tenant, null, Transport("x", "example.net smtp:[a.test]", null), default)).Problem);
            Assert.NotNull((await Pools.SaveAsync(actor, tenant, null, "x", [], default)).Problem);
            Assert.NotNull((await Routes.SetOwnNetworksAsync(actor, tenant, [], default)).Problem);
        }
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static RouteDraft Transport(string name, string text, string? pool) => new(name, RouteKind.Transport, pool, [], text);
}
