using System.Data.Common;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Says when a job looks at a batch again.</summary>
public sealed class DueRetryWriter
{
    /// <summary>Looks again at that time, unless the batch was moved or woken since it was read.</summary>
    /// <param name="at">Null: when somebody wakes it.</param>
    public Task PostponeAsync(TenantId tenant, RetryBatchRow seen, DateTimeOffset? at, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE retry_batch SET due_at = @at WHERE tenant_id = @tenant AND id = @Id AND state = @state AND stage = @Stage AND due_at = @DueAt
            """,
            new { tenant, seen.Id, state = seen.State.ToString(), seen.Stage, seen.DueAt, at },
            cancellationToken);

    /// <summary>Attempts that will not be sent any more, because their batch has ended or their stage is given up.</summary>
    /// <returns>How many.</returns>
    public Task<int> SkipRestAsync(
        TenantId tenant, long batchId, string remark, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE retry_attempt SET state = @skipped, remark = @remark, settled_at = @now, claim = NULL, lease_until = NULL
            WHERE tenant_id = @tenant AND batch_id = @batchId AND state IN ('Planned', 'Claimed')
            """,
            new { tenant, batchId, remark, now, skipped = nameof(AttemptState.Skipped) },
            cancellationToken);
}
