using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The rules' queue over all tenants: the rows carry their tenant and everything that follows uses it.</summary>
public sealed class DueIncidentReader(Database.Database database)
{
    /// <summary>Tenants with an incident whose facts are new, or that time alone may have moved, and that nobody decides: one probe of an index each.</summary>
    public Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A subquery with a LIMIT is asked tenant by tenant; as EXISTS it may become a join over all that is due.
        const string sql = """
            SELECT t.tenant_id
            FROM tenant t
            WHERE t.state <> 'Archived' AND (
                SELECT i.id FROM incident i
                WHERE i.tenant_id = t.tenant_id AND i.decide_due <= @now AND i.decide_lease <= @now
                ORDER BY i.decide_due
                LIMIT 1) IS NOT NULL
            ORDER BY t.tenant_id
            """;
        return database.ListAsync<TenantId>(sql, new { now }, cancellationToken);
    }

    /// <summary>Tenants with a dismissed incident.</summary>
    public Task<IReadOnlyList<TenantId>> TenantsWithDismissedAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT t.tenant_id
            FROM tenant t
            WHERE t.state <> 'Archived'
                AND (SELECT i.id FROM incident i WHERE i.tenant_id = t.tenant_id AND i.state = 'Dismissed' LIMIT 1) IS NOT NULL
            ORDER BY t.tenant_id
            """;
        return database.ListAsync<TenantId>(sql, null, cancellationToken);
    }

    /// <summary>Incidents of every tenant with refusals of a domain whose DNS answers changed; a domain's answers are public.</summary>
    public async Task<IReadOnlyList<DueIncidentRow>> ListByDomainAsync(
        string recipientDomain, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT d.tenant_id, d.incident_id
            FROM incident_domain d
            JOIN tenant t ON t.tenant_id = d.tenant_id
            WHERE d.recipient_domain = @recipientDomain AND d.last_at >= @since AND t.state <> 'Archived' AND NOT t.is_demo
            ORDER BY d.tenant_id, d.incident_id
            """;
        return await database.ListAsync<DueIncidentRow>(sql, new { recipientDomain, since }, cancellationToken);
    }
}
