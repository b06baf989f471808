using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Routes;

namespace BounceBoard.Web.Routes;

/// <summary>What a tenant has configured of its sending side, as the page lists it.</summary>
internal sealed class SendingSide(SenderPoolReader pools, OutboundRouteReader routes, OwnNetworkReader networks)
{
    public Task<IReadOnlyList<SenderPoolRow>> PoolsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        pools.ListAsync(tenant, cancellationToken);

    public Task<IReadOnlyList<OutboundRouteRow>> RoutesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        routes.ListAsync(tenant, cancellationToken);

    public Task<IReadOnlyList<IPNetwork>> NetworksAsync(TenantId tenant, CancellationToken cancellationToken) =>
        networks.ListAsync(tenant, cancellationToken);
}
