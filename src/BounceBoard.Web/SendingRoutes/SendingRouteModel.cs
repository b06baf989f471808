using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Web.SendingRoutes;

/// <summary>Reads what the page of routes for retries shows.</summary>
public sealed class SendingRouteModel(SendingRouteReader routes, DomainReader domains, SenderPoolReader pools)
{
    public Task<IReadOnlyList<SendingRouteRow>> RoutesAsync(TenantId tenant, CancellationToken cancellationToken) => routes.ListAsync(tenant, cancellationToken);

    /// <summary>Domains of the tenant, which a route may send for, and names of its pools.</summary>
    public async Task<(IReadOnlyList<string> Domains, IReadOnlyList<string> Pools)> ChoicesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ([.. (await domains.ListAsync(tenant, cancellationToken)).Select(domain => domain.Name)],
            [.. (await pools.ListAsync(tenant, cancellationToken)).Select(pool => pool.Name)]);
}
