using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Dismissals, and what happened in dismissed incidents since.</summary>
public sealed class DismissalReader(Database.Database database)
{
    private const string Columns = "d.id, d.incident_id, d.dismissed_at, d.dismissed_by, d.reason, d.until, d.until_at, d.more, d.verdict_then";

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<DismissalRow>> ListAsync(TenantId tenant, long incidentId, int take, CancellationToken cancellationToken) =>
        database.ListAsync<DismissalRow>(
            $"""
            SELECT {Columns} FROM incident_dismissal d
            WHERE d.tenant_id = @tenant AND d.incident_id = @incidentId
            ORDER BY d.id
            LIMIT @take
            """,
            new { tenant, incidentId, take },
            cancellationToken);

    /// <summary>What the tenant's dismissed incidents wait for; those dismissed for good are left out.</summary>
    /// <param name="afterIncident">Last incident of the page before; 0 for the first page.</param>
    public Task<IReadOnlyList<DismissalRow>> WaitingAsync(TenantId tenant, long afterIncident, int take, CancellationToken cancellationToken) =>
        database.ListAsync<DismissalRow>(
            $"""
            SELECT {Columns}
            FROM incident i
            JOIN incident_dismissal d ON d.tenant_id = i.tenant_id AND d.incident_id = i.id
            WHERE i.tenant_id = @tenant AND i.state = 'Dismissed' AND i.id > @afterIncident AND d.until <> 'Never'
                AND d.id = (SELECT MAX(l.id) FROM incident_dismissal l WHERE l.tenant_id = i.tenant_id AND l.incident_id = i.id)
            ORDER BY i.id
            LIMIT @take
            """,
            new { tenant, afterIncident, take },
            cancellationToken);

    public async Task<DismissalFacts> SinceAsync(TenantId tenant, DismissalRow row, CancellationToken cancellationToken)
    {
        // Bounded by what is waited for: nobody needs to know by how much it was passed.
        const string sql = """
            SELECT (SELECT COUNT(*) FROM (
                        SELECT r.id FROM refusal r
                        WHERE r.tenant_id = @tenant AND r.incident_id = @IncidentId AND r.occurred_at > @DismissedAt LIMIT @most) f) AS refusals,
                   (SELECT COUNT(*) FROM incident_person p
                    WHERE p.tenant_id = @tenant AND p.incident_id = @IncidentId AND p.first_at > @DismissedAt) AS people,
                   (SELECT i.verdict FROM incident i WHERE i.tenant_id = @tenant AND i.id = @IncidentId) AS verdict
            """;
        var parameters = new { tenant, row.IncidentId, row.DismissedAt, most = row.More ?? 1 };
        var (refusals, people, verdict) = await database.FindAsync<(long Refusals, long People, string? Verdict)>(sql, parameters, cancellationToken);
        return new DismissalFacts(refusals, people, verdict is null ? null : Enum.Parse<Verdict>(verdict));
    }
}
