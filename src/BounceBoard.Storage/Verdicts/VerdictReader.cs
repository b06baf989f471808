using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Verdicts;

/// <summary>Verdicts of one incident.</summary>
public sealed class VerdictReader(Database.Database database)
{
    internal const string Columns = """
        id, incident_id, decided_at, verdict, confidence, cause, sub_cause, relation, finding, evidence_ids, observation_ids, fingerprint
        """;

    /// <summary>The verdict in force; null before the first.</summary>
    public async Task<VerdictRow?> CurrentAsync(TenantId tenant, long incidentId, CancellationToken cancellationToken) =>
        (await HistoryAsync(tenant, incidentId, 1, null, cancellationToken)).SingleOrDefault();

    /// <summary>The verdicts in force of a whole page of incidents in one query; those without one have no row.</summary>
    public async Task<IReadOnlyList<VerdictRow>> CurrentOfAsync(
        TenantId tenant, IReadOnlyCollection<long> incidentIds, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {Columns}
            FROM verdict
            WHERE tenant_id = @tenant
              AND id IN (SELECT (SELECT MAX(v.id) FROM verdict v WHERE v.tenant_id = i.tenant_id AND v.incident_id = i.id)
                         FROM incident i
                         WHERE i.tenant_id = @tenant AND i.id {database.Dialect.AnyOf("@ids")})
            """;
        var rows = await database.ListAsync<StoredVerdict>(sql, new { tenant, ids = database.Dialect.List(incidentIds) }, cancellationToken);
        return [.. rows.Select(VerdictRow.From)];
    }

    /// <summary>The newest first.</summary>
    /// <param name="beforeId">Last id of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<VerdictRow>> HistoryAsync(
        TenantId tenant, long incidentId, int take, long? beforeId, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {Columns}
            FROM verdict
            WHERE tenant_id = @tenant AND incident_id = @incidentId{(beforeId is null ? "" : " AND id < @beforeId")}
            ORDER BY id DESC
            LIMIT @take
            """;
        var rows = await database.ListAsync<StoredVerdict>(sql, new { tenant, incidentId, take, beforeId }, cancellationToken);
        return [.. rows.Select(VerdictRow.From)];
    }
}
