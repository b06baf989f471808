using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Who decided what about a batch, in order.</summary>
public sealed class RetryDecisionReader(Database.Database database)
{
    public Task<IReadOnlyList<RetryDecisionRow>> ListAsync(TenantId tenant, long batchId, CancellationToken cancellationToken) =>
        database.ListAsync<RetryDecisionRow>(
            """
            SELECT id, batch_id, stage, event, from_state, to_state, plan_hash, decided_at, decided_by_id, decided_by, comment
            FROM retry_decision
            WHERE tenant_id = @tenant AND batch_id = @batchId
            ORDER BY id
            """,
            new { tenant, batchId },
            cancellationToken);
}
