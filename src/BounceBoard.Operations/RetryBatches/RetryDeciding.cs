using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Decides about a batch for a person; the one place where an approval is decided.</summary>
public sealed class RetryDeciding
{
    /// <summary>Time between an approval and the first connection in which it can be taken back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(30);

    private readonly BatchApproval _approval;
    private readonly RetryMoves _moves;
    private readonly RetryOutcomeWriter _attempts;
    private readonly AuditedWrite _writes;

    internal RetryDeciding(BatchApproval approval, RetryMoves moves, RetryOutcomeWriter attempts, AuditedWrite writes) =>
        (_approval, _moves, _attempts, _writes) = (approval, moves, attempts, writes);

    /// <summary>Approves the stage that was on the screen. The same approval by the same person answers as it did the first time.</summary>
    /// <returns>The first connection is made not before.</returns>
    public async Task<OperationResult<DateTimeOffset>> ApproveAsync(
        Actor actor, TenantId tenant, long batchId, RetryApproval approval, CancellationToken cancellationToken)
    {
        var result = await _writes.InTenantAsync(
            actor, tenant, TenantAction.ApproveRetry, scope => _approval.ApproveAsync(actor, tenant, batchId, approval, scope, cancellationToken), cancellationToken);
        _moves.Publish(tenant);
        return result;
    }

    /// <summary>Takes an approval back while nothing was sent.</summary>
    public Task<OperationResult<RetryBatchState>> UndoAsync(
        Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, TenantAction.ApproveRetry, batchId, planHash, RetryBatchEvent.Undo, comment, cancellationToken);

    /// <summary>Ends the batch; the comment says why.</summary>
    public Task<OperationResult<RetryBatchState>> RejectAsync(
        Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, TenantAction.ApproveRetry, batchId, planHash, RetryBatchEvent.Reject, comment, cancellationToken);

    /// <summary>Sends the batch back to the requester; its plan is void.</summary>
    public Task<OperationResult<RetryBatchState>> AskForChangeAsync(
        Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, TenantAction.ApproveRetry, batchId, planHash, RetryBatchEvent.AskForChange, comment, cancellationToken);

    /// <summary>Ends the batch wherever it stands; what was sent stays sent. Whoever may stop all sending may do it, in a suspended tenant too.</summary>
    public Task<OperationResult<RetryBatchState>> CancelAsync(
        Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, TenantAction.StopAll, batchId, planHash, RetryBatchEvent.Cancel, comment, cancellationToken);

    /// <summary>Is content with the stages that were sent.</summary>
    public Task<OperationResult<RetryBatchState>> FinishAsync(
        Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, TenantAction.StopAll, batchId, planHash, RetryBatchEvent.Finish, comment, cancellationToken);

    private async Task<OperationResult<RetryBatchState>> DecideAsync(
        Actor actor, TenantId tenant, TenantAction action, long batchId, string planHash, RetryBatchEvent happened, string comment,
        CancellationToken cancellationToken)
    {
        var result = await _writes.InTenantAsync<RetryBatchState>(
            actor,
            tenant,
            action,
            async scope =>
            {
                if (await _moves.FindAsync(tenant, batchId, cancellationToken) is not { } batch)
                {
                    return BatchWords.NotThere;
                }
                if (await ProblemAsync(tenant, batch, planHash, happened, comment, scope, cancellationToken) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var moved = await _moves.MoveAsync(actor, tenant, batch, After(batch, happened, scope.Now), happened, comment.Trim(), scope, cancellationToken);
                return moved.TryGet(out var now) ? now.State : new OperationResult.Refused(moved.Problem ?? "");
            },
            cancellationToken);
        _moves.Publish(tenant);
        return result;
    }

    private async Task<string?> ProblemAsync(
        TenantId tenant, RetryBatchRow batch, string planHash, RetryBatchEvent happened, string comment, WriteScope scope, CancellationToken cancellationToken) =>
        batch.PlanHash != planHash ? "The batch has another plan than the one that was shown. Load the page again."
        : BatchWords.CommentProblem(comment, happened is RetryBatchEvent.Reject or RetryBatchEvent.AskForChange) is { } problem ? problem
        : RetryBatchStateMachine.Next(batch.State, happened) is null ? BatchWords.Stands(batch)
        : batch.FrozenAt is not null && happened != RetryBatchEvent.Cancel ? $"{BatchWords.Name(batch)} woke up in a restored database. An owner of the installation must confirm it first."
        : happened == RetryBatchEvent.Finish && batch is { State: RetryBatchState.AwaitingApproval, Stage: 1 } ? "Nothing was sent yet. Cancel the batch instead."
        : happened == RetryBatchEvent.Undo ? await UndoProblemAsync(tenant, batch, scope, cancellationToken)
        : null;

    private async Task<string?> UndoProblemAsync(TenantId tenant, RetryBatchRow batch, WriteScope scope, CancellationToken cancellationToken)
    {
        var tallies = await _attempts.TalliesAsync(tenant, batch.Id, scope.Transaction, cancellationToken);
        return batch.SendAfter is { } after && scope.Now < after
            && tallies.Where(tally => tally.Stage == batch.Stage).All(tally => tally.State is AttemptState.Planned or AttemptState.Skipped)
                ? null
                : $"It is too late to take the approval of {BatchWords.Name(batch)} back. Cancel the batch to stop what is not sent yet.";
    }

    private static RetryBatchRow After(RetryBatchRow batch, RetryBatchEvent happened, DateTimeOffset now)
    {
        var again = now.AddMinutes(batch.Plan.Limits.ApprovalMinutes);
        return happened switch
        {
            RetryBatchEvent.Undo => batch with { ApprovedAt = null, ApprovedById = null, ApprovedBy = null, SendAfter = null, ExpiresAt = again, DueAt = again },
            RetryBatchEvent.AskForChange => batch with { ExpiresAt = again, DueAt = again },
            _ => batch,
        };
    }
}
