using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Batches of one tenant, the newest first.</summary>
public sealed class RetryBatchReader(Database.Database database)
{
    private const string Columns = """
        b.id, b.number, b.incident_id, i.number AS incident_number, i.title AS incident_title, b.state, b.plan AS plan_text, b.plan_hash, b.route_id,
        b.people, b.stage, b.stages, b.requested_at, b.requested_by_id, b.requested_by, b.idempotency_key, b.approved_at, b.approved_by_id, b.approved_by,
        b.send_after, b.expires_at, b.stage_sent_at, b.observe_until, b.ended_at, b.end_reason, b.frozen_at, b.due_at
        """;

    public Task<RetryBatchRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<RetryBatchRow>(
            $"""
            SELECT {Columns}
            FROM retry_batch b JOIN incident i ON i.tenant_id = b.tenant_id AND i.id = b.incident_id
            WHERE b.tenant_id = @tenant AND b.id = @id
            """,
            new { tenant, id },
            cancellationToken);

    public Task<RetryBatchRow?> FindByNumberAsync(TenantId tenant, long number, CancellationToken cancellationToken) =>
        database.FindAsync<RetryBatchRow>(
            $"""
            SELECT {Columns}
            FROM retry_batch b JOIN incident i ON i.tenant_id = b.tenant_id AND i.id = b.incident_id
            WHERE b.tenant_id = @tenant AND b.number = @number
            """,
            new { tenant, number },
            cancellationToken);

    /// <summary>Batches of one incident, the newest first.</summary>
    public Task<IReadOnlyList<RetryBatchRow>> ListByIncidentAsync(TenantId tenant, long incidentId, int take, CancellationToken cancellationToken) =>
        database.ListAsync<RetryBatchRow>(
            $"""
            SELECT {Columns}
            FROM retry_batch b JOIN incident i ON i.tenant_id = b.tenant_id AND i.id = b.incident_id
            WHERE b.tenant_id = @tenant AND b.incident_id = @incidentId
            ORDER BY b.number DESC
            LIMIT @take
            """,
            new { tenant, incidentId, take },
            cancellationToken);

    /// <param name="before">Last number of the page before; null for the first page.</param>
    public Task<IReadOnlyList<RetryBatchRow>> ListAsync(TenantId tenant, RetryTab tab, int take, long? before, CancellationToken cancellationToken) =>
        database.ListAsync<RetryBatchRow>(
            $"""
            SELECT {Columns}
            FROM retry_batch b JOIN incident i ON i.tenant_id = b.tenant_id AND i.id = b.incident_id
            WHERE b.tenant_id = @tenant{(before is null ? "" : " AND b.number < @before")} AND {RetryTabConditions.Where(tab)}
            ORDER BY b.number DESC
            LIMIT @take
            """,
            new { tenant, take, before },
            cancellationToken);

    /// <summary>How many batches each tab holds.</summary>
    public async Task<IReadOnlyDictionary<RetryTab, int>> CountsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT state, COUNT(*) AS batches FROM retry_batch WHERE tenant_id = @tenant GROUP BY state
            """;
        const string doubtful = """
            SELECT COUNT(*) FROM retry_batch b
            WHERE b.tenant_id = @tenant AND b.id IN (SELECT a.batch_id FROM retry_attempt a WHERE a.tenant_id = @tenant AND a.state = 'InDoubt')
            """;
        var rows = await database.ListAsync<(string State, long Batches)>(sql, new { tenant }, cancellationToken);
        var counts = rows.GroupBy(row => RetryTabConditions.Of(Enum.Parse<RetryBatchState>(row.State))).ToDictionary(tab => tab.Key, tab => (int)tab.Sum(row => row.Batches));
        counts[RetryTab.InDoubt] = await database.FindAsync<int>(doubtful, new { tenant }, cancellationToken);
        return counts;
    }
}
