using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Batches that a restored database woke up with.</summary>
public sealed class FrozenBatchReader(Database.Database database)
{
    private const string Unfinished = UnfinishedBatches.States;

    /// <returns>Each with the number of its mails that are not sent as far as this database knows.</returns>
    public async Task<IReadOnlyList<(long Id, int Planned)>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // The states are for the index: those that ended are many, and no index says when.
        const string sql = $"""
            SELECT b.id, (SELECT COUNT(*) FROM retry_attempt a
                WHERE a.tenant_id = b.tenant_id AND a.batch_id = b.id AND a.state IN ('Planned', 'Claimed')) AS planned
            FROM retry_batch b
            WHERE b.tenant_id = @tenant AND b.state IN {Unfinished} AND b.frozen_at IS NOT NULL AND b.ended_at IS NULL
            ORDER BY b.id
            """;
        var rows = await database.ListAsync<(long Id, long Planned)>(sql, new { tenant }, cancellationToken);
        return [.. rows.Select(row => (row.Id, (int)row.Planned))];
    }
}
