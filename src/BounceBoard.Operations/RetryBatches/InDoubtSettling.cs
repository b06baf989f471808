using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Settles attempts by the word of a person who has asked, or looked into the other side's log. Nothing is sent again by it.</summary>
public sealed class InDoubtSettling(
    RetryAttemptReader attempts, RetryOutcomeWriter outcomes, RetryBatchWriter batches, IncidentWriter incidents, AuditedWrite writes, ChangeFeed changes)
{
    /// <param name="delivered">The recipient, or their server, says that the mail came.</param>
    /// <param name="note">How that is known.</param>
    public async Task<OperationResult<AttemptState>> SettleAsync(
        Actor actor, TenantId tenant, long attemptId, bool delivered, string note, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<AttemptState>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                if (BatchWords.CommentProblem(note, true) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                if (await attempts.FindAsync(tenant, attemptId, cancellationToken) is not { State: AttemptState.InDoubt } attempt)
                {
                    return new OperationResult.Refused("This recipient is not in doubt any more. Load the page again.");
                }
                return await SettleAsync(actor, tenant, attempt, delivered, note.Trim(), scope, cancellationToken);
            },
            cancellationToken);
        changes.Publish(tenant, ChangeKind.Retries);
        return result;
    }

    private async Task<OperationResult<AttemptState>> SettleAsync(
        Actor actor, TenantId tenant, RetryAttemptRow attempt, bool delivered, string note, WriteScope scope, CancellationToken cancellationToken)
    {
        var happened = delivered ? AttemptEvent.Accept : AttemptEvent.Refuse;
        var outcome = new AttemptOutcome
        {
            AttemptId = attempt.Id,
            Event = happened,
            Source = OutcomeSource.Person,
            At = scope.Now,
            SettledBy = actor.Name,
            Remark = note,
        };
        // By the state that was read: a report that came at the same moment has settled it, and knows better.
        if (AttemptStateMachine.Next(attempt.State, happened) is not { } next || !await outcomes.TrySettleAsync(tenant, outcome, scope.Transaction, cancellationToken))
        {
            return new OperationResult.Refused("This recipient is not in doubt any more. Load the page again.");
        }
        await incidents.LookAgainAsync(tenant, [attempt.IncidentId], scope.Now, scope.Transaction, cancellationToken);
        await batches.WakeAsync(tenant, attempt.BatchId, scope.Now, scope.Transaction, cancellationToken);
        await scope.AuditAsync(
            "retry.settle", $"recipient {RecipientMask.Mask(attempt.Recipient)}", $"InDoubt -> {next} by hand: {RecipientMask.Inside(note)}", cancellationToken);
        return next;
    }
}
