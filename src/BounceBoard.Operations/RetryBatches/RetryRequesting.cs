using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Asks for the approval of exactly the plan that was shown.</summary>
public sealed class RetryRequesting
{
    /// <summary>Characters of the key that makes a second click the same request.</summary>
    public const int LongestKey = 100;

    private readonly RetryPlanning _planning;
    private readonly RetryBatchWriter _batches;
    private readonly RetryAttemptWriter _attempts;
    private readonly PersonReading _people;
    private readonly RetryMoves _moves;
    private readonly RetrySettingReader _settings;
    private readonly AuditedWrite _writes;

    internal RetryRequesting(
        RetryPlanning planning, RetryBatchWriter batches, RetryAttemptWriter attempts, PersonReading people, RetryMoves moves, RetrySettingReader settings,
        AuditedWrite writes) =>
        (_planning, _batches, _attempts, _people, _moves, _settings, _writes) = (planning, batches, attempts, people, moves, settings, writes);

    /// <param name="planHash">Of the plan that was on the screen; a plan that has changed meanwhile is refused.</param>
    /// <param name="idempotencyKey">Made when the page loads: the same key asks once, however often it is sent.</param>
    /// <param name="comment">For the approver; may be empty.</param>
    /// <returns>Id of the batch.</returns>
    public async Task<OperationResult<long>> RequestAsync(
        Actor actor, TenantId tenant, long incidentId, RetryRequest request, string planHash, string idempotencyKey, string comment,
        CancellationToken cancellationToken)
    {
        // Before the turn: originals are read, which takes its time.
        var preview = await _planning.PreviewAsync(actor, tenant, incidentId, request, cancellationToken);
        var result = await _writes.InTenantAsync<long>(
            actor,
            tenant,
            TenantAction.RequestRetry,
            async scope => idempotencyKey.Length is 0 or > LongestKey ? new OperationResult.Refused("The request has no key. Load the page again.")
                : await _batches.FindByKeyAsync(tenant, idempotencyKey, scope.Transaction, cancellationToken) is { } known
                    ? await AgainAsync(known, scope, cancellationToken)
                : BatchWords.CommentProblem(comment, false) is { } problem ? new OperationResult.Refused(problem)
                : !preview.TryGet(out var draft) ? new OperationResult.Refused(preview.Problem ?? "There is no plan.")
                : draft.PlanHash != planHash ? new OperationResult.Refused("The plan has changed since it was shown. Look at the new one.")
                : await StoreAsync(actor, tenant, draft, idempotencyKey, comment.Trim(), scope, cancellationToken),
            cancellationToken);
        _moves.Publish(tenant);
        return result;
    }

    private static async Task<OperationResult<long>> AgainAsync(long known, WriteScope scope, CancellationToken cancellationToken)
    {
        await scope.AuditAsync("retry.request", "batch", "asked again with the same key: nothing was changed", cancellationToken);
        return known;
    }

    private async Task<OperationResult<long>> StoreAsync(
        Actor actor, TenantId tenant, RetryDraft draft, string idempotencyKey, string comment, WriteScope scope, CancellationToken cancellationToken)
    {
        var setting = await _settings.ReadAsync(tenant, cancellationToken);
        // Once more in the tenant's turn: two batches that were planned at the same moment would share people.
        var states = await _people.ReadAsync(tenant, draft.Attempts.Select(row => row.RecipientKey), setting, 0, scope.Now, cancellationToken);
        if (states.Values.Any(state => state.Problem(setting, scope.Now) is not null))
        {
            return new OperationResult.Refused("The plan has changed since it was shown: some of its people may not be sent to any more. Look at the new one.");
        }
        var expires = scope.Now.AddMinutes(draft.Plan.Limits.ApprovalMinutes);
        var batch = new RetryBatchRow
        {
            Id = RowIds.Next(scope.Now),
            Number = 0,
            IncidentId = draft.Plan.IncidentId,
            State = RetryBatchState.AwaitingApproval,
            Plan = draft.Plan,
            PlanHash = draft.PlanHash,
            RouteId = draft.Plan.Route.Id,
            People = draft.Plan.People,
            Stage = 1,
            Stages = draft.Plan.Stages.Count,
            RequestedAt = scope.Now,
            RequestedById = actor.UserId,
            RequestedBy = actor.Name,
            IdempotencyKey = idempotencyKey,
            ExpiresAt = expires,
            DueAt = expires,
        };
        var number = await _batches.AddAsync(tenant, batch, scope.Transaction, cancellationToken);
        await _attempts.AddAsync(
            tenant, [.. draft.Attempts.Select(row => row with { Id = RowIds.Next(scope.Now), BatchId = batch.Id })], scope.Transaction, cancellationToken);
        await _moves.KeepAsync(
            actor, tenant, batch with { Number = number, State = RetryBatchState.Draft }, RetryBatchState.AwaitingApproval, RetryBatchEvent.Request, comment, scope,
            cancellationToken);
        return batch.Id;
    }
}
