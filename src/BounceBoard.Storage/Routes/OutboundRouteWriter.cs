using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Adds, changes and removes configured ways out.</summary>
public sealed class OutboundRouteWriter
{
    /// <summary>Adds the route, or overwrites the one with the same id.</summary>
    public Task SaveAsync(TenantId tenant, OutboundRouteRow route, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO outbound_route (tenant_id, id, name, kind, pool, addresses, text)
            VALUES (@tenant, @Id, @Name, @Kind, @Pool, @AddressesText, @Text)
            ON CONFLICT (tenant_id, id) DO UPDATE
            SET name = excluded.name, kind = excluded.kind, pool = excluded.pool, addresses = excluded.addresses, text = excluded.text
            """,
            new { tenant, route.Id, route.Name, Kind = route.Kind.ToString(), route.Pool, route.AddressesText, route.Text },
            cancellationToken);

    /// <returns>False when the tenant has no such route.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """DELETE FROM outbound_route WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken) == 1;
}
