using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>Evidence of one tenant: rows, bytes and the lists of the evidence page.</summary>
public sealed class EvidenceReader(Database.Database database)
{
    public async Task<EvidenceRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, sha256, source_id, kind, state, reason, name, size, stream, ordinal, verified, received_at, newest_event_at, parsed_at, parser, reports,
                   attempts
            FROM evidence
            WHERE tenant_id = @tenant AND id = @id
            """;
        return await database.FindAsync<EvidenceRow>(sql, new { tenant, id }, cancellationToken);
    }

    /// <summary>The raw bytes as they came; null when this tenant has no such evidence.</summary>
    public async Task<byte[]?> ContentAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.content, e.size
            FROM evidence_content c
            JOIN evidence e ON e.tenant_id = c.tenant_id AND e.id = c.evidence_id
            WHERE c.tenant_id = @tenant AND c.evidence_id = @id
            """;
        var packed = await database.FindAsync<PackedRow>(sql, new { tenant, id }, cancellationToken);
        return packed is null ? null : PackedContent.Unpack(packed.Content, packed.Size);
    }

    /// <summary>The newest first.</summary>
    /// <param name="beforeId">Last id of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<EvidenceRow>> ListAsync(
        TenantId tenant, EvidenceFilter filter, int take, long? beforeId, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT id, sha256, source_id, kind, state, reason, name, size, stream, ordinal, verified, received_at, newest_event_at, parsed_at, parser, reports,
                   attempts
            FROM evidence
            WHERE tenant_id = @tenant{EvidenceConditions.Where(filter, beforeId)}
            ORDER BY id DESC
            LIMIT @take
            """;
        return await database.ListAsync<EvidenceRow>(sql, EvidenceConditions.Parameters(tenant, filter, take, beforeId), cancellationToken);
    }

    /// <summary>The evidence that led to one refusal, oldest first.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> ListByRefusalAsync(TenantId tenant, long refusalId, CancellationToken cancellationToken)
    {
        // The plus keeps SQLite from walking through all evidence of the tenant in order.
        const string sql = """
            SELECT e.id, e.sha256, e.source_id, e.kind, e.state, e.reason, e.name, e.size, e.stream, e.ordinal, e.verified, e.received_at,
                   e.newest_event_at, e.parsed_at, e.parser, e.reports, e.attempts
            FROM refusal_evidence l
            JOIN evidence e ON e.tenant_id = l.tenant_id AND e.id = l.evidence_id
            WHERE l.tenant_id = @tenant AND l.refusal_id = @refusalId
            ORDER BY +e.id
            """;
        return await database.ListAsync<EvidenceRow>(sql, new { tenant, refusalId }, cancellationToken);
    }

    /// <summary>The evidence behind several refusals, oldest first.</summary>
    public async Task<IReadOnlyList<long>> IdsOfRefusalsAsync(
        TenantId tenant, IReadOnlyCollection<long> refusalIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT evidence_id FROM refusal_evidence WHERE tenant_id = @tenant AND refusal_id {database.Dialect.AnyOf("@ids")}
            """;
        var found = await database.ListAsync<long>(sql, new { tenant, ids = database.Dialect.List(refusalIds) }, cancellationToken);
        // Asked for in order, SQLite would walk through all evidence of the tenant.
        return [.. found.Distinct().Order()];
    }

    public async Task<IntakeCounts> CountsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT CAST(SUM(stored + duplicates + quarantined) AS BIGINT) AS received,
                   CAST(SUM(stored) AS BIGINT) AS stored,
                   CAST(SUM(duplicates) AS BIGINT) AS duplicates,
                   CAST(SUM(quarantined) AS BIGINT) AS quarantined,
                   (SELECT COUNT(*) FROM evidence e WHERE e.tenant_id = @tenant AND e.state = 'Received') AS waiting
            FROM intake_count
            WHERE tenant_id = @tenant
            """;
        return await database.FindAsync<IntakeCounts>(sql, new { tenant }, cancellationToken) ?? new IntakeCounts();
    }

    /// <summary>Every source of the tenant, by name, those that never gave anything included.</summary>
    public async Task<IReadOnlyList<SourceIntakeRow>> CountsBySourceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT s.id AS source_id, s.name,
                   COALESCE(c.stored + c.duplicates + c.quarantined, 0) AS received,
                   COALESCE(c.stored, 0) AS stored,
                   COALESCE(c.duplicates, 0) AS duplicates,
                   COALESCE(c.quarantined, 0) AS quarantined,
                   c.last_at
            FROM source s
            LEFT JOIN intake_count c ON c.tenant_id = s.tenant_id AND c.source_id = s.id
            WHERE s.tenant_id = @tenant
            ORDER BY s.name
            """;
        return await database.ListAsync<SourceIntakeRow>(sql, new { tenant }, cancellationToken);
    }

    private sealed class PackedRow
    {
        public required byte[] Content { get; init; }

        public required long Size { get; init; }
    }
}
