using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The counts beside a list of incidents and around one incident.</summary>
public sealed class IncidentFacetReader(Database.Database database)
{
    /// <summary>Incidents per value of every facet, under the same filter as the list; the twenty most frequent scopes.</summary>
    public async Task<IReadOnlyList<FacetCountRow>> CountsAsync(TenantId tenant, IncidentFilter filter, CancellationToken cancellationToken)
    {
        // CROSS JOIN: SQLite then begins with what was found, not with every pool of the tenant.
        var sql = $"""
            WITH found AS (SELECT id, verdict, cause, state, family, scope_name, owner_id FROM incident WHERE tenant_id = @tenant{IncidentConditions.Where(filter)})
            SELECT 'verdict' AS facet, COALESCE(verdict, '') AS value, COUNT(*) AS count FROM found GROUP BY verdict
            UNION ALL
            SELECT 'cause', COALESCE(cause, ''), COUNT(*) FROM found GROUP BY cause
            UNION ALL
            SELECT 'state', state, COUNT(*) FROM found GROUP BY state
            UNION ALL
            SELECT 'family', family, COUNT(*) FROM found GROUP BY family
            UNION ALL
            SELECT 'owner', CAST(COALESCE(owner_id, 0) AS TEXT), COUNT(*) FROM found GROUP BY owner_id
            UNION ALL
            SELECT facet, value, count
            FROM (SELECT 'pool' AS facet, p.pool AS value, COUNT(*) AS count
                  FROM found CROSS JOIN incident_pool p
                  WHERE p.tenant_id = @tenant AND p.incident_id = found.id
                  GROUP BY p.pool ORDER BY COUNT(*) DESC, p.pool LIMIT 20) pools
            UNION ALL
            SELECT facet, value, count
            FROM (SELECT 'scope' AS facet, scope_name AS value, COUNT(*) AS count
                  FROM found GROUP BY scope_name ORDER BY COUNT(*) DESC, scope_name LIMIT 20) scopes
            ORDER BY 1, 3 DESC, 2
            """;
        return await database.ListAsync<FacetCountRow>(sql, IncidentConditions.Parameters(tenant, filter), cancellationToken);
    }

    /// <summary>What the refusals of one incident have in common: counts per remote address, server, pool, sending address, case and domain.</summary>
    /// <param name="latest">How many of the latest refusals are counted.</param>
    public async Task<IReadOnlyList<FacetCountRow>> OfIncidentAsync(
        TenantId tenant, long incidentId, int latest, CancellationToken cancellationToken)
    {
        const string sql = """
            WITH found AS (SELECT remote_ip, remote_mta, pool, sending_ip, upper_case, recipient_domain
                           FROM refusal
                           WHERE tenant_id = @tenant AND incident_id = @incidentId
                           ORDER BY occurred_at DESC, id DESC
                           LIMIT @latest)
            SELECT 'remote-ip' AS facet, COALESCE(remote_ip, '') AS value, COUNT(*) AS count FROM found GROUP BY remote_ip
            UNION ALL
            SELECT 'remote-mta', COALESCE(remote_mta, ''), COUNT(*) FROM found GROUP BY remote_mta
            UNION ALL
            SELECT 'pool', COALESCE(pool, ''), COUNT(*) FROM found GROUP BY pool
            UNION ALL
            SELECT 'sending-ip', COALESCE(sending_ip, ''), COUNT(*) FROM found GROUP BY sending_ip
            UNION ALL
            SELECT 'upper-case', CASE WHEN upper_case THEN 'true' ELSE 'false' END, COUNT(*) FROM found GROUP BY upper_case
            UNION ALL
            SELECT 'recipient-domain', recipient_domain, COUNT(*) FROM found GROUP BY recipient_domain
            ORDER BY 1, 3 DESC, 2
            """;
        return await database.ListAsync<FacetCountRow>(sql, new { tenant, incidentId, latest }, cancellationToken);
    }
}
