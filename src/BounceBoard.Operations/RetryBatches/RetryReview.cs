using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Reads a batch for its review: the plan as it was asked for, and the world as it is now.</summary>
public sealed class RetryReview
{
    private readonly ReviewTables _tables;
    private readonly BatchChanges _changes;
    private readonly RetryGuardReading _guards;
    private readonly TenantAccess _access;
    private readonly TimeProvider _time;

    internal RetryReview(ReviewTables tables, BatchChanges changes, RetryGuardReading guards, TenantAccess access, TimeProvider time) =>
        (_tables, _changes, _guards, _access, _time) = (tables, changes, guards, access, time);

    /// <param name="number">As in RB-31.</param>
    public async Task<OperationResult<RetryReviewView>> ReadAsync(Actor actor, TenantId tenant, long number, CancellationToken cancellationToken)
    {
        if (await _access.RequireAsync(actor, tenant, TenantAction.See, cancellationToken) is AccessDecision.Denied denied)
        {
            return new OperationResult.Refused(denied.Message);
        }
        if (await _tables.Batches.FindByNumberAsync(tenant, number, cancellationToken) is not { } batch
            || await _tables.Incidents.FindAsync(tenant, batch.IncidentId, cancellationToken) is not { } incident)
        {
            return BatchWords.NotThere;
        }
        var (now, setting) = (_time.GetUtcNow(), await _tables.Settings.ReadAsync(tenant, cancellationToken));
        var route = await _tables.Routes.FindAsync(tenant, batch.RouteId, cancellationToken);
        // What has ended is history: the world has moved on, and nobody decides about it any more.
        var planned = batch.EndedAt is null ? await _changes.PlannedAsync(tenant, batch, cancellationToken) : [];
        return new RetryReviewView(
            batch,
            await _tables.Attempts.TalliesAsync(tenant, [batch.Id], cancellationToken),
            batch.EndedAt is null
                ? await _guards.ReadAsync(tenant, incident, route, batch.Plan.Limits, RetryPlanning.DomainsOf(planned), now, cancellationToken)
                : batch.Plan.Guards,
            batch.EndedAt is null ? await _changes.ReadAsync(tenant, batch, route, setting, planned, now, cancellationToken) : [],
            await _access.RequireAsync(actor, tenant, TenantAction.ApproveRetry, cancellationToken) is AccessDecision.Denied not
                ? not.Message
                : ApprovalRules.Problem(batch, actor, setting, now),
            await _tables.Decisions.ListAsync(tenant, batch.Id, cancellationToken),
            await _tables.Stops.ListAsync(tenant, cancellationToken));
    }
}
