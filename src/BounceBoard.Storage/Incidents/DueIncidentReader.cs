using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The rules' queue over all tenants: the rows carry their tenant and everything that follows uses it.</summary>
public sealed class DueIncidentReader(Database.Database database)
{
    /// <summary>Incidents whose facts are new, or that time alone may have moved.</summary>
    public async Task<IReadOnlyList<DueIncidentRow>> ListDueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT i.tenant_id, i.id AS incident_id
            FROM incident i
            JOIN tenant t ON t.tenant_id = i.tenant_id
            WHERE i.decide_due <= @now AND t.state <> 'Archived'
            ORDER BY i.decide_due
            LIMIT @take
            """;
        return await database.ListAsync<DueIncidentRow>(sql, new { now, take }, cancellationToken);
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
