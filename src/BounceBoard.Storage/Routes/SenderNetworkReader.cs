using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Routes;

/// <summary>Puts together what is known of a tenant's sending side for the comparison with MX answers.</summary>
public sealed class SenderNetworkReader(SenderPoolReader pools, OutboundRouteReader routes, OwnNetworkReader networks)
{
    /// <summary>Pools, own networks and the routes read from the pasted texts; lines that do not parse are left out.</summary>
    public async Task<SenderNetwork> LoadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var poolRows = await pools.ListAsync(tenant, cancellationToken);
        var routeRows = await routes.ListAsync(tenant, cancellationToken);
        return new SenderNetwork(
            [.. poolRows.Select(pool => new SenderPool(pool.Name, pool.Addresses))],
            await networks.ListAsync(tenant, cancellationToken),
            [.. routeRows.SelectMany(route => RouteTable.Read(route.Kind, route.Text, route.Addresses, route.Pool).Routes)]);
    }
}
