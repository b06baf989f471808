using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Sums up the scores of many tenants; whom a person may see is decided by the caller.</summary>
public sealed class ScoreSumReader(Database.Database database)
{
    /// <summary>
    /// One line for each tenant with a score. Parked domains follow other rules and are left out; a mean would hide the worst behind the many.
    /// </summary>
    /// <param name="tenants">The tenants the reader may see; null for all.</param>
    public Task<IReadOnlyList<ScoreSumRow>> ListAsync(IReadOnlyCollection<TenantId>? tenants, CancellationToken cancellationToken) =>
        database.ListAsync<ScoreSumRow>(
            $"""
            SELECT s.tenant_id, COUNT(*) AS domains, MIN(s.score) AS worst, MAX(CASE WHEN s.place = (s.scores + 1) / 2 THEN s.score END) AS median
            FROM (
                SELECT d.tenant_id, e.score, ROW_NUMBER() OVER (PARTITION BY d.tenant_id ORDER BY e.score, e.id) AS place,
                       COUNT(*) OVER (PARTITION BY d.tenant_id) AS scores
                FROM tenant_domain d
                JOIN domain_exam e ON e.tenant_id = d.tenant_id
                    AND e.id = (SELECT MAX(l.id) FROM domain_exam l WHERE l.tenant_id = d.tenant_id AND l.domain_id = d.id)
                WHERE (@all OR d.tenant_id {database.Dialect.AnyOf("@ids")}) AND e.profile = 'Sending' AND e.score IS NOT NULL
            ) s
            GROUP BY s.tenant_id
            """,
            new { all = tenants is null, ids = database.Dialect.List((tenants ?? []).Select(tenant => tenant.Value)) },
            cancellationToken);
}
