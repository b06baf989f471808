using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Approves one stage of one plan: everything that the approver saw must still be so.</summary>
internal sealed class BatchApproval(
    RetryMoves moves, BatchChanges changes, RetryGuardReading guards, RetrySettingReader settings, SendingRouteReader routes, IncidentReader incidents)
{
    /// <returns>The first connection is made not before.</returns>
    public async Task<OperationResult<DateTimeOffset>> ApproveAsync(
        Actor actor, TenantId tenant, long batchId, RetryApproval approval, WriteScope scope, CancellationToken cancellationToken)
    {
        if (await moves.FindAsync(tenant, batchId, cancellationToken) is not { } batch)
        {
            return BatchWords.NotThere;
        }
        if (IsRepeated(batch, actor, approval) && batch.SendAfter is { } known)
        {
            await scope.AuditAsync("retry.approve", BatchWords.Name(batch), $"approved again by {actor.Name}: nothing was changed", cancellationToken);
            return known;
        }
        var setting = await settings.ReadAsync(tenant, cancellationToken);
        if ((ApprovalRules.Problem(batch, actor, setting, scope.Now) ?? TypedProblem(batch, approval)) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        var route = await routes.FindAsync(tenant, batch.RouteId, cancellationToken);
        var planned = await changes.PlannedAsync(tenant, batch, cancellationToken);
        var changed = await changes.ReadAsync(tenant, batch, route, setting, planned, scope.Now, cancellationToken);
        if (changed.Count > 0)
        {
            return await BackAsync(tenant, batch, changed, scope, cancellationToken);
        }
        return await GuardProblemAsync(tenant, batch, route, planned, scope, cancellationToken) is { } standing
            ? new OperationResult.Refused(standing)
            : await MoveAsync(actor, tenant, batch, approval, scope, cancellationToken);
    }

    // The answer to a click was lost, or it was made twice.
    private static bool IsRepeated(RetryBatchRow batch, Actor actor, RetryApproval approval) =>
        batch.State is RetryBatchState.Approved or RetryBatchState.Sending or RetryBatchState.Observing
        && batch.PlanHash == approval.PlanHash && batch.Stage == approval.Stage && batch.ApprovedById == actor.UserId && batch.ApprovedBy == actor.Name;

    private static string? TypedProblem(RetryBatchRow batch, RetryApproval approval)
    {
        var people = batch.Plan.Stages[batch.Stage - 1].People;
        return batch.PlanHash != approval.PlanHash || batch.Stage != approval.Stage
            ? "The batch has another plan, or is at another step, than the one that was shown. Load the page again."
            : approval.TypedCount != people ? string.Create(CultureInfo.InvariantCulture, $"Type {people}, the number of mails of step {batch.Stage}, to approve it.")
            : BatchWords.CommentProblem(approval.Comment, false);
    }

    private async Task<OperationResult<DateTimeOffset>> BackAsync(
        TenantId tenant, RetryBatchRow batch, IReadOnlyList<string> changed, WriteScope scope, CancellationToken cancellationToken)
    {
        var words = string.Join(" ", changed);
        var until = scope.Now.AddMinutes(batch.Plan.Limits.ApprovalMinutes);
        await moves.MoveAsync(
            Actor.System, tenant, batch, batch with { ExpiresAt = until, DueAt = until }, RetryBatchEvent.AskForChange, words, scope, cancellationToken);
        return new OperationResult.Refused($"{BatchWords.Name(batch)} is not what was asked for any more and went back to {batch.RequestedBy}. {words}");
    }

    private async Task<string?> GuardProblemAsync(
        TenantId tenant, RetryBatchRow batch, SendingRouteRow? route, IReadOnlyList<RetryAttemptRow> planned, WriteScope scope, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(tenant, batch.IncidentId, cancellationToken) is not { } incident)
        {
            return "The incident of this batch does not exist any more.";
        }
        var now = await guards.ReadAsync(tenant, incident, route, batch.Plan.Limits, RetryPlanning.DomainsOf(planned), scope.Now, cancellationToken);
        var against = now.Where(guard => guard is { Blocks: true, Holds: false }).Select(guard => guard.Words).ToList();
        return against.Count == 0 ? null : string.Join(" ", against);
    }

    private async Task<OperationResult<DateTimeOffset>> MoveAsync(
        Actor actor, TenantId tenant, RetryBatchRow batch, RetryApproval approval, WriteScope scope, CancellationToken cancellationToken)
    {
        var limits = batch.Plan.Limits;
        var first = RetryLimitsChoice.FirstConnection(limits, scope.Now + RetryDeciding.UndoTime);
        var after = batch with
        {
            ApprovedAt = scope.Now,
            ApprovedById = actor.UserId,
            ApprovedBy = actor.Name,
            SendAfter = first,
            ExpiresAt = first.AddMinutes(limits.ApprovalMinutes),
            DueAt = first,
        };
        var moved = await moves.MoveAsync(actor, tenant, batch, after, RetryBatchEvent.Approve, approval.Comment.Trim(), scope, cancellationToken);
        return moved.Problem is { } problem ? new OperationResult.Refused(problem) : first;
    }
}
