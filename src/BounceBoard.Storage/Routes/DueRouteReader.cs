using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Whose routes are due to be held against DNS; the work that follows names its tenant.</summary>
public sealed class DueRouteReader(Database.Database database)
{
    public Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ListAsync<TenantId>(
            """
            SELECT t.tenant_id
            FROM tenant t
            LEFT JOIN route_check c ON c.tenant_id = t.tenant_id
            WHERE t.state <> 'Archived' AND (c.due_at IS NULL OR c.due_at <= @now)
                AND EXISTS (SELECT 1 FROM outbound_route r WHERE r.tenant_id = t.tenant_id AND r.kind <> 'Smarthost')
            ORDER BY t.tenant_id
            """,
            new { now },
            cancellationToken);
}
