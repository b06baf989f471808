using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Lets an owner of the installation decide about batches that a restored database woke up with: what they plan may have been sent since the copy was made.</summary>
public sealed class FrozenBatches
{
    private readonly FrozenBatchReader _frozen;
    private readonly RetryMoves _moves;
    private readonly InstallationAccess _installation;
    private readonly AuditedWrite _writes;

    internal FrozenBatches(FrozenBatchReader frozen, RetryMoves moves, InstallationAccess installation, AuditedWrite writes) =>
        (_frozen, _moves, _installation, _writes) = (frozen, moves, installation, writes);

    public async Task<OperationResult<IReadOnlyList<FrozenBatch>>> ListAsync(Actor actor, TenantId tenant, CancellationToken cancellationToken)
    {
        if (!await _installation.IsOwnerAsync(actor, cancellationToken))
        {
            return new OperationResult.Refused("Only an owner of the installation may do this.");
        }
        var found = new List<FrozenBatch>();
        foreach (var (id, planned) in await _frozen.ListAsync(tenant, cancellationToken))
        {
            if (await _moves.FindAsync(tenant, id, cancellationToken) is { } batch)
            {
                found.Add(new FrozenBatch(batch, planned));
            }
        }
        return new OperationResult<IReadOnlyList<FrozenBatch>>.Done(found);
    }

    /// <summary>Lets it go on: it waits for approval again, whatever was approved before.</summary>
    public Task<OperationResult<RetryBatchState>> ConfirmAsync(
        Actor actor, TenantId tenant, long batchId, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, batchId, RetryBatchEvent.Confirm, comment, cancellationToken);

    /// <summary>Ends it; nothing that it still plans is sent.</summary>
    public Task<OperationResult<RetryBatchState>> CancelAsync(
        Actor actor, TenantId tenant, long batchId, string comment, CancellationToken cancellationToken) =>
        DecideAsync(actor, tenant, batchId, RetryBatchEvent.Cancel, comment, cancellationToken);

    private async Task<OperationResult<RetryBatchState>> DecideAsync(
        Actor actor, TenantId tenant, long batchId, RetryBatchEvent happened, string comment, CancellationToken cancellationToken)
    {
        if (!await _installation.IsOwnerAsync(actor, cancellationToken))
        {
            return new OperationResult.Refused("Only an owner of the installation may do this.");
        }
        var result = await _writes.InTenantAsync<RetryBatchState>(
            actor,
            tenant,
            TenantAction.StopAll,
            async scope =>
            {
                if (await _moves.FindAsync(tenant, batchId, cancellationToken) is not { FrozenAt: not null } batch)
                {
                    return new OperationResult.Refused("There is no such frozen batch in this tenant. Load the page again.");
                }
                if (BatchWords.CommentProblem(comment, true) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var may = (await _frozen.ListAsync(tenant, cancellationToken)).Where(one => one.Id == batchId).Sum(one => one.Planned);
                var words = string.Create(CultureInfo.InvariantCulture, $"{comment.Trim()} ({may} of its mails may have been sent after the copy was made)");
                var moved = await _moves.MoveAsync(actor, tenant, batch, Thawed(batch, scope.Now), happened, words, scope, cancellationToken);
                return moved.TryGet(out var now) ? now.State : new OperationResult.Refused(moved.Problem ?? "");
            },
            cancellationToken);
        _moves.Publish(tenant);
        return result;
    }

    private static RetryBatchRow Thawed(RetryBatchRow batch, DateTimeOffset now)
    {
        var until = now.AddMinutes(batch.Plan.Limits.ApprovalMinutes);
        return batch with
        {
            FrozenAt = null,
            ApprovedAt = null,
            ApprovedById = null,
            ApprovedBy = null,
            SendAfter = null,
            StageSentAt = null,
            ObserveUntil = null,
            ExpiresAt = until,
            DueAt = until,
        };
    }
}
