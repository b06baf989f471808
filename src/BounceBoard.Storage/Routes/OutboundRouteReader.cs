using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Reads the configured ways out of a tenant.</summary>
public sealed class OutboundRouteReader(Database.Database database)
{
    private const string Columns = "tenant_id, id, name, kind, pool, addresses AS addresses_text, text";

    /// <summary>All routes of the tenant by name.</summary>
    public Task<IReadOnlyList<OutboundRouteRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<OutboundRouteRow>(
            $"""SELECT {Columns} FROM outbound_route WHERE tenant_id = @tenant ORDER BY name""", new { tenant }, cancellationToken);

    public Task<OutboundRouteRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<OutboundRouteRow>(
            $"""SELECT {Columns} FROM outbound_route WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);
}
