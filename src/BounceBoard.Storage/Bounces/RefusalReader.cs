using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Bounces;

/// <summary>Refusals of one tenant, paged by key.</summary>
public sealed class RefusalReader(Database.Database database)
{
    private const string Columns = RefusalColumns.All;

    public async Task<RefusalRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns} FROM refusal r WHERE r.tenant_id = @tenant AND r.id = @id
            """;
        return await database.FindAsync<RefusalRow>(sql, new { tenant, id }, cancellationToken);
    }

    /// <summary>The latest event first.</summary>
    /// <param name="beforeId">Last row of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<RefusalRow>> ListByIncidentAsync(
        TenantId tenant, long incidentId, int take, long? beforeId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM refusal r
            WHERE r.tenant_id = @tenant
              AND r.incident_id = @incidentId
              AND (@beforeId IS NULL
                   OR (r.occurred_at, r.id) < (SELECT b.occurred_at, b.id FROM refusal b WHERE b.tenant_id = @tenant AND b.id = @beforeId))
            ORDER BY r.occurred_at DESC, r.id DESC
            LIMIT @take
            """;
        return await database.ListAsync<RefusalRow>(sql, new { tenant, incidentId, take, beforeId }, cancellationToken);
    }

    /// <summary>What one piece of evidence told, oldest event first.</summary>
    public async Task<IReadOnlyList<RefusalRow>> ListByEvidenceAsync(
        TenantId tenant, long evidenceId, int take, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM refusal_evidence l
            JOIN refusal r ON r.tenant_id = l.tenant_id AND r.id = l.refusal_id
            WHERE l.tenant_id = @tenant AND l.evidence_id = @evidenceId
            ORDER BY r.occurred_at, r.id
            LIMIT @take
            """;
        return await database.ListAsync<RefusalRow>(sql, new { tenant, evidenceId, take }, cancellationToken);
    }

    /// <summary>Every refusal of one person, in whatever incident, the latest event first.</summary>
    public async Task<IReadOnlyList<RefusalRow>> ListByPersonAsync(
        TenantId tenant, string recipientKey, int take, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM refusal r
            WHERE r.tenant_id = @tenant AND r.recipient_key = @recipientKey
            ORDER BY r.occurred_at DESC, r.id DESC
            LIMIT @take
            """;
        return await database.ListAsync<RefusalRow>(sql, new { tenant, recipientKey, take }, cancellationToken);
    }
}
