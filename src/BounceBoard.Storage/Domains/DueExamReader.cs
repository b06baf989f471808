using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Who has domains that are due to be examined; the work that follows names its tenant.</summary>
public sealed class DueExamReader(Database.Database database)
{
    public Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ListAsync<TenantId>(
            """
            SELECT t.tenant_id
            FROM tenant t
            WHERE t.state <> 'Archived' AND NOT t.is_demo
                AND EXISTS (SELECT 1 FROM tenant_domain d WHERE d.tenant_id = t.tenant_id AND d.exam_due_at <= @now AND d.exam_lease_until <= @now)
            ORDER BY t.tenant_id
            """,
            new { now },
            cancellationToken);
}
