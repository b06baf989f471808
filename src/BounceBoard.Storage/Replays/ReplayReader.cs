using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Storage.Replays;

/// <summary>Reads incidents of a past range, and of each what was known at one moment. Known is what was taken in by then, whenever it happened.</summary>
public sealed class ReplayReader(Database.Database database)
{
    /// <summary>Incidents with refusals in the range, counted up to a limit.</summary>
    public Task<long> CountAsync(TenantId tenant, ReplayRange range, int most, CancellationToken cancellationToken) =>
        database.FindAsync<long>(
            $"""
            SELECT COUNT(*) FROM (
                SELECT id FROM incident WHERE tenant_id = @tenant{ReplayConditions.Where(range)} LIMIT @most) found
            """,
            Parameters(tenant, range, null, most),
            cancellationToken);

    /// <summary>Incidents with refusals in the range, the one opened last first.</summary>
    /// <param name="beforeId">Last row of the part before; null for the first part.</param>
    public Task<IReadOnlyList<IncidentRow>> ListAsync(
        TenantId tenant, ReplayRange range, int take, long? beforeId, CancellationToken cancellationToken) =>
        database.ListAsync<IncidentRow>(
            $"""
            SELECT {IncidentColumns.All}
            FROM incident
            WHERE tenant_id = @tenant{ReplayConditions.Where(range)}{(beforeId is null ? "" : " AND id < @beforeId")}
            ORDER BY id DESC
            LIMIT @take
            """,
            Parameters(tenant, range, beforeId, take),
            cancellationToken);

    /// <summary>The verdicts that were in force just before a time, by incident; those without one are missing.</summary>
    public async Task<IReadOnlyDictionary<long, VerdictRow>> VerdictsBeforeAsync(
        TenantId tenant, IReadOnlyCollection<long> incidentIds, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {VerdictReader.Columns}
            FROM verdict
            WHERE tenant_id = @tenant
              AND id IN (SELECT (SELECT MAX(v.id) FROM verdict v
                                 WHERE v.tenant_id = i.tenant_id AND v.incident_id = i.id AND v.decided_at < @until)
                         FROM incident i
                         WHERE i.tenant_id = @tenant AND i.id {database.Dialect.AnyOf("@ids")})
            """;
        var rows = await database.ListAsync<StoredVerdict>(sql, new { tenant, until, ids = database.Dialect.List(incidentIds) }, cancellationToken);
        return rows.ToDictionary(row => row.IncidentId, VerdictRow.From);
    }

    /// <summary>Refusals of the incident that were taken in by a time, the latest event first.</summary>
    public Task<IReadOnlyList<RefusalRow>> KnownAsync(
        TenantId tenant, long incidentId, DateTimeOffset at, int take, CancellationToken cancellationToken) =>
        database.ListAsync<RefusalRow>(
            $"""
            SELECT {RefusalColumns.All}
            FROM refusal r
            WHERE r.tenant_id = @tenant AND r.incident_id = @incidentId AND r.ingested_at <= @at
            ORDER BY r.occurred_at DESC, r.id DESC
            LIMIT @take
            """,
            new { tenant, incidentId, at, take },
            cancellationToken);

    /// <summary>What the incident's counts of today hold that was taken in after a time.</summary>
    public async Task<LaterRefusals> LaterAsync(TenantId tenant, long incidentId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Who has nothing later is left out of the grouping: most incidents have nobody.
        const string sql = """
            SELECT CAST(COALESCE(SUM(later), 0) AS BIGINT) AS refusals, COALESCE(SUM(CASE WHEN known = 0 THEN 1 ELSE 0 END), 0) AS people
            FROM (SELECT recipient_key, SUM(CASE WHEN ingested_at > @at THEN 1 ELSE 0 END) AS later, SUM(CASE WHEN ingested_at > @at THEN 0 ELSE 1 END) AS known
                  FROM refusal
                  WHERE tenant_id = @tenant AND incident_id = @incidentId AND recipient_key IN (
                      SELECT recipient_key FROM refusal WHERE tenant_id = @tenant AND incident_id = @incidentId AND ingested_at > @at)
                  GROUP BY recipient_key) person
            """;
        return await database.FindAsync<LaterRefusals>(sql, new { tenant, incidentId, at }, cancellationToken) ?? new LaterRefusals { Refusals = 0, People = 0 };
    }

    private static object Parameters(TenantId tenant, ReplayRange range, long? beforeId, int take) =>
        new { tenant, from = range.From, until = range.Until, scope = range.Scope, beforeId, take, most = take };
}
