using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Routes;

namespace BounceBoard.Operations.Routes;

/// <summary>The named groups of sending addresses of a tenant.</summary>
public sealed class PoolAdministration(SenderPoolReader pools, SenderPoolWriter writer, OutboundRouteReader routes, AuditedWrite writes)
{
    private static readonly OperationResult.Refused NotThere = new("There is no such sender pool in this tenant. Load the list again.");

    /// <summary>Adds a pool, or overwrites the one with this id.</summary>
    /// <param name="id">Null for a new one.</param>
    public Task<OperationResult<SenderPoolRow>> SaveAsync(
        Actor actor, TenantId tenant, long? id, string name, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken) =>
        writes.InTenantAsync(
            actor, tenant, TenantAction.ManageRoutes, scope => SaveAsync(tenant, id, name, addresses, scope, cancellationToken), cancellationToken);

    /// <summary>Removes a pool that no route holds for.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageRoutes,
            async scope =>
            {
                if (await pools.FindAsync(tenant, id, cancellationToken) is not { } pool)
                {
                    return NotThere;
                }
                if (await UserOfAsync(tenant, pool.Name, cancellationToken) is { } route)
                {
                    return new OperationResult.Refused($"The route '{route}' holds for this pool. Change or remove the route first.");
                }
                await writer.RemoveAsync(tenant, id, scope.Transaction, cancellationToken);
                await scope.AuditAsync("pool.remove", $"pool {pool.Name}", Text(pool.Addresses), cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private async Task<OperationResult<SenderPoolRow>> SaveAsync(
        TenantId tenant, long? id, string name, IReadOnlyList<IPAddress> addresses, WriteScope scope, CancellationToken cancellationToken)
    {
        var all = await pools.ListAsync(tenant, cancellationToken);
        var before = all.FirstOrDefault(pool => pool.Id == id);
        if (id is not null && before is null)
        {
            return NotThere;
        }
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > 100)
        {
            return new OperationResult.Refused("The name is missing or longer than 100 characters.");
        }
        if (all.Any(pool => pool.Id != id && pool.Name == trimmed))
        {
            return new OperationResult.Refused($"There is a sender pool '{trimmed}' already. Choose another name.");
        }
        if (all.FirstOrDefault(pool => pool.Id != id && pool.Addresses.Intersect(addresses).Any()) is { } other)
        {
            return new OperationResult.Refused(
                $"{other.Addresses.Intersect(addresses).First()} is in the pool '{other.Name}' already. An address belongs to one pool.");
        }
        if (before is not null && before.Name != trimmed && await UserOfAsync(tenant, before.Name, cancellationToken) is { } route)
        {
            return new OperationResult.Refused($"The route '{route}' names this pool. Change the route first, then the pool's name.");
        }
        var row = new SenderPoolRow { TenantId = tenant, Id = id ?? RowIds.Next(scope.Now), Name = trimmed, Addresses = [.. addresses.Distinct()] };
        await writer.SaveAsync(tenant, row, scope.Transaction, cancellationToken);
        await scope.AuditAsync(
            before is null ? "pool.add" : "pool.change", $"pool {row.Name}", $"{Text(before?.Addresses ?? [])} -> {Text(row.Addresses)}", cancellationToken);
        return row;
    }

    private async Task<string?> UserOfAsync(TenantId tenant, string pool, CancellationToken cancellationToken) =>
        (await routes.ListAsync(tenant, cancellationToken)).FirstOrDefault(route => route.Pool == pool)?.Name;

    private static string Text(IReadOnlyList<IPAddress> addresses) => addresses.Count == 0 ? "no addresses" : string.Join(", ", addresses);
}
