using BounceBoard.Core.Routes;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Routes;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Routes;

public sealed class RouteWatchTests
{
    [Fact]
    public async Task Run_LineToAnMxThatMoved_IsFoundBeforeAnyMailBouncesAndGoesWithTheLine()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (watch, table) = (house.Get<RouteWatch>(), house.Get<RouteFindingReader>());
        var route = Value(await SaveAsync(house, null, "example.test smtp:[mx1.example.test]"));
        Assert.Equal(0, await watch.RunAsync(default));
        Assert.Empty(await table.ListAsync(house.Tenant, default));

        house.Dns.Replace("example.test. 300 IN MX 10 mx2.example.test.", "mx2.example.test. 300 IN A 203.0.113.9");
        Assert.Equal(0, await watch.RunAsync(default));
        house.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await watch.RunAsync(default));
        var found = Assert.Single(await table.ListAsync(house.Tenant, default));
        Assert.Equal((RouteFindingKind.PinsFormerMx, "example.test", 1L), (found.Kind, found.Domain, found.LineNumber));
        var (other, _) = await house.AddTenantAsync("other");
        Assert.Empty(await table.ListAsync(other, default));

        var at = found.FoundAt;
        house.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await watch.RunAsync(default));
        Assert.Equal(at, Assert.Single(await table.ListAsync(house.Tenant, default)).FoundAt);

        Value(await SaveAsync(house, route.Id, "example.test smtp:[mx2.example.test]"));
        Assert.Empty(await table.ListAsync(house.Tenant, default));
        Assert.Equal(0, await watch.RunAsync(default));
        Assert.Empty(await table.ListAsync(house.Tenant, default));
    }

    private static Task<OperationResult<OutboundRouteRow>> SaveAsync(IntakeHouse house, long? id, string text) =>
        house.Get<RouteAdministration>().SaveAsync(Actor.System, house.Tenant, id, new RouteDraft("main", RouteKind.Transport, null, [], text), default);
}
