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

    /// <summary>Those of these ids that the tenant has, in no particular order.</summary>
    public async Task<IReadOnlyList<RefusalRow>> FindAsync(TenantId tenant, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var dialect = database.Dialect;
        var sql = $"""
            SELECT {Columns} FROM refusal r WHERE r.tenant_id = @tenant AND r.id {dialect.AnyOf("@ids")}
            """;
        return await database.ListAsync<RefusalRow>(sql, new { tenant, ids = dialect.List(ids) }, cancellationToken);
    }

    /// <summary>The latest event first.</summary>
    /// <param name="beforeId">Last row of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<RefusalRow>> ListByIncidentAsync(
        TenantId tenant, long incidentId, int take, long? beforeId, CancellationToken cancellationToken)
    {
        // Two statements: the engines walk an index from a place only when they are told the place itself, not where to look it up.
        DateTimeOffset? before = null;
        if (beforeId is not null && (before = await OccurredAtAsync(tenant, beforeId, cancellationToken)) is null)
        {
            return [];
        }

        var sql = $"""
            SELECT {Columns}
            FROM refusal r
            WHERE r.tenant_id = @tenant AND r.incident_id = @incidentId{(before is null ? "" : " AND (r.occurred_at, r.id) < (@before, @beforeId)")}
            ORDER BY r.occurred_at DESC, r.id DESC
            LIMIT @take
            """;
        return await database.ListAsync<RefusalRow>(sql, new { tenant, incidentId, take, before, beforeId }, cancellationToken);
    }

    /// <summary>What one piece of evidence told, in the order in which it was first read.</summary>
    public async Task<IReadOnlyList<RefusalRow>> ListByEvidenceAsync(
        TenantId tenant, long evidenceId, int take, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM refusal_evidence l
            JOIN refusal r ON r.tenant_id = l.tenant_id AND r.id = l.refusal_id
            WHERE l.tenant_id = @tenant AND l.evidence_id = @evidenceId
            ORDER BY l.refusal_id
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

    private async Task<DateTimeOffset?> OccurredAtAsync(TenantId tenant, long? id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT occurred_at FROM refusal WHERE tenant_id = @tenant AND id = @id
            """;
        return await database.FindAsync<DateTimeOffset?>(sql, new { tenant, id }, cancellationToken);
    }
}
