using BounceBoard.Core;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Moves a batch for a person: the compare-and-set, the decision and the audit line in one transaction, the latter two only if a row moved.</summary>
internal sealed class RetryMoves(
    RetryBatchReader batches, RetryBatchWriter writer, RetryDecisionWriter decisions, DueRetryWriter rest, RetryNotices notices, ChangeFeed changes)
{
    public Task<RetryBatchRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) => batches.FindAsync(tenant, id, cancellationToken);

    /// <summary>Ends or moves the batch to wherever its machine says.</summary>
    /// <param name="after">What else changes; its state is set here.</param>
    /// <returns>The batch as it stands now; a refusal when somebody was faster.</returns>
    public async Task<OperationResult<RetryBatchRow>> MoveAsync(
        Actor actor, TenantId tenant, RetryBatchRow before, RetryBatchRow after, RetryBatchEvent happened, string comment, WriteScope scope,
        CancellationToken cancellationToken)
    {
        if (RetryBatchStateMachine.Next(before.State, happened) is not { } next)
        {
            return new OperationResult.Refused(BatchWords.Stands(before));
        }
        var moved = after with { State = next };
        if (RetryBatchStateMachine.IsEnd(next))
        {
            moved = moved with { EndedAt = scope.Now, EndReason = comment.Length > 0 ? comment : happened.ToString(), DueAt = null };
        }
        if (!await writer.TryMoveAsync(tenant, before, moved, scope.Transaction, cancellationToken))
        {
            return new OperationResult.Refused("Somebody else moved the batch at the same moment. Load the page again.");
        }
        if (RetryBatchStateMachine.IsEnd(next))
        {
            await rest.SkipRestAsync(tenant, before.Id, $"the batch ended: {happened}", scope.Now, scope.Transaction, cancellationToken);
        }
        await KeepAsync(actor, tenant, before, next, happened, comment, scope, cancellationToken);
        return moved;
    }

    /// <summary>Appends a decision and its audit line.</summary>
    public async Task KeepAsync(
        Actor actor, TenantId tenant, RetryBatchRow before, RetryBatchState next, RetryBatchEvent happened, string comment, WriteScope scope,
        CancellationToken cancellationToken)
    {
        var decision = new RetryDecisionRow
        {
            Id = RowIds.Next(scope.Now),
            BatchId = before.Id,
            Stage = before.Stage,
            Event = happened,
            FromState = before.State,
            ToState = next,
            PlanHash = before.PlanHash,
            DecidedAt = scope.Now,
            DecidedById = actor.UserId,
            DecidedBy = actor.Name,
            Comment = comment,
        };
        await decisions.AddAsync(tenant, decision, scope.Transaction, cancellationToken);
        await notices.MovedAsync(tenant, before.Id, before.State, next, before.Stage, scope.Now, scope.Transaction, cancellationToken);
        await scope.AuditAsync(
            $"retry.{KebabName.Of(happened)}", BatchWords.Name(before),
            $"{before.State} -> {next}, step {before.Stage} of {before.Stages}, {before.People} people, plan {before.PlanHash[..12]}, " +
            $"asked by {before.RequestedBy}, decided by {actor.Name}{(comment.Length > 0 ? $": {comment}" : "")}",
            cancellationToken);
    }

    public void Publish(TenantId tenant) => changes.Publish(tenant, ChangeKind.Retries);
}
