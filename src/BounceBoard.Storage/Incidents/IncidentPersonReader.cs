using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The people of an incident, each once however the address is spelled.</summary>
public sealed class IncidentPersonReader(Database.Database database)
{
    /// <summary>By recipient key.</summary>
    /// <param name="after">Last key of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<IncidentPerson>> ListAsync(
        TenantId tenant, long incidentId, int take, string? after, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT recipient_key, refusals, first_at, last_at
            FROM incident_person
            WHERE tenant_id = @tenant AND incident_id = @incidentId AND recipient_key > @after
            ORDER BY recipient_key
            LIMIT @take
            """;
        return await database.ListAsync<IncidentPerson>(sql, new { tenant, incidentId, take, after = after ?? "" }, cancellationToken);
    }

    /// <summary>Distinct people refused at one scope since a time, in incidents of every family.</summary>
    public async Task<long> CountAtScopeAsync(
        TenantId tenant, IncidentScope scope, string scopeName, DateTimeOffset since, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT COUNT(DISTINCT p.recipient_key)
            FROM incident i
            JOIN incident_person p ON p.tenant_id = i.tenant_id AND p.incident_id = i.id
            WHERE i.tenant_id = @tenant AND i.scope = @scope AND i.scope_name = @scopeName AND i.last_at >= @since AND p.last_at >= @since
            """;
        return await database.FindAsync<long>(sql, new { tenant, scope = scope.ToString(), scopeName, since }, cancellationToken);
    }
}
