using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Adds batches and moves them from state to state, each move by compare-and-set.</summary>
public sealed class RetryBatchWriter
{
    /// <summary>The batch that was asked for with this key, so that a click that is sent twice asks once.</summary>
    public Task<long?> FindByKeyAsync(TenantId tenant, string idempotencyKey, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<long?>(
            """SELECT id FROM retry_batch WHERE tenant_id = @tenant AND idempotency_key = @idempotencyKey""",
            new { tenant, idempotencyKey },
            cancellationToken);

    /// <summary>Adds a batch under the tenant's next number, in the tenant's turn.</summary>
    /// <returns>The number.</returns>
    public async Task<long> AddAsync(TenantId tenant, RetryBatchRow batch, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string next = """
            SELECT COALESCE(MAX(number), 0) + 1 FROM retry_batch WHERE tenant_id = @tenant
            """;
        const string sql = """
            INSERT INTO retry_batch (tenant_id, id, number, incident_id, state, plan, plan_hash, route_id, people, stage, stages, requested_at,
                requested_by_id, requested_by, idempotency_key, expires_at, due_at)
            VALUES (@tenant, @Id, @number, @IncidentId, @state, @PlanText, @PlanHash, @RouteId, @People, @Stage, @Stages, @RequestedAt,
                @RequestedById, @RequestedBy, @IdempotencyKey, @ExpiresAt, @DueAt)
            """;
        var number = await transaction.FindAsync<long>(next, new { tenant }, cancellationToken);
        await transaction.ExecuteAsync(
            sql,
            new
            {
                tenant,
                number,
                state = batch.State.ToString(),
                batch.Id,
                batch.IncidentId,
                batch.PlanText,
                batch.PlanHash,
                batch.RouteId,
                batch.People,
                batch.Stage,
                batch.Stages,
                batch.RequestedAt,
                batch.RequestedById,
                batch.RequestedBy,
                batch.IdempotencyKey,
                batch.ExpiresAt,
                batch.DueAt,
            },
            cancellationToken);
        return number;
    }

    /// <summary>Moves a batch: only from the state, the stage and the plan that the caller saw.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it shall stand; its plan and whatever names it are not written.</param>
    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, RetryBatchRow before, RetryBatchRow after, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE retry_batch
            SET state = @state, stage = @Stage, approved_at = @ApprovedAt, approved_by_id = @ApprovedById, approved_by = @ApprovedBy,
                send_after = @SendAfter, expires_at = @ExpiresAt, stage_sent_at = @StageSentAt, observe_until = @ObserveUntil, ended_at = @EndedAt,
                end_reason = @EndReason, frozen_at = @FrozenAt, due_at = @DueAt
            WHERE tenant_id = @tenant AND id = @Id AND state = @from AND stage = @fromStage AND plan_hash = @PlanHash
            """;
        var moved = await transaction.ExecuteAsync(
            sql,
            new
            {
                tenant,
                before.Id,
                before.PlanHash,
                from = before.State.ToString(),
                fromStage = before.Stage,
                state = after.State.ToString(),
                after.Stage,
                after.ApprovedAt,
                after.ApprovedById,
                after.ApprovedBy,
                after.SendAfter,
                after.ExpiresAt,
                after.StageSentAt,
                after.ObserveUntil,
                after.EndedAt,
                after.EndReason,
                after.FrozenAt,
                after.DueAt,
            },
            cancellationToken);
        return moved == 1;
    }

    /// <summary>Has a job look at the batch at this time, or sooner if that was due already.</summary>
    public Task<int> WakeAsync(TenantId tenant, long id, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE retry_batch SET due_at = @at WHERE tenant_id = @tenant AND id = @id AND ended_at IS NULL AND (due_at IS NULL OR due_at > @at)
            """,
            new { tenant, id, at },
            cancellationToken);
}
