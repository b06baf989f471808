using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Lays incidents aside until a condition, with a reason.</summary>
public sealed class IncidentDismissing
{
    /// <summary>Characters of a reason.</summary>
    public const int LongestReason = 500;

    private readonly HandMoves _moves;
    private readonly DismissalWriter _dismissals;
    private readonly AuditedWrite _writes;
    private readonly ChangeFeed _changes;

    internal IncidentDismissing(HandMoves moves, DismissalWriter dismissals, AuditedWrite writes, ChangeFeed changes) =>
        (_moves, _dismissals, _writes, _changes) = (moves, dismissals, writes, changes);

    /// <param name="until">Its verdict is taken from each incident.</param>
    /// <returns>How many were dismissed; those that are closed already are left as they are.</returns>
    public async Task<OperationResult<int>> DismissAsync(
        Actor actor, TenantId tenant, IReadOnlyCollection<long> ids, Dismissal until, string reason, CancellationToken cancellationToken)
    {
        var result = await _writes.InTenantAsync<int>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var why = reason.Trim();
                if (why.Length is 0 or > LongestReason || until.Problem(scope.Now) is not null)
                {
                    return new OperationResult.Refused(until.Problem(scope.Now) ?? $"Write a reason of 1 to {LongestReason} characters: whoever meets the incident next must know it.");
                }
                var done = 0;
                OperationResult<IncidentRow>? last = null;
                foreach (var id in ids)
                {
                    last = await _moves.MoveAsync(tenant, id, IncidentEvent.Dismiss, scope, cancellationToken);
                    if (last.TryGet(out var incident))
                    {
                        await KeepAsync(actor, tenant, incident, until with { VerdictThen = incident.Verdict }, why, scope, cancellationToken);
                        done++;
                    }
                }
                return done > 0 ? done : new OperationResult.Refused(last?.Problem ?? "No incident was chosen.");
            },
            cancellationToken);
        _changes.PublishIncidents(tenant, result);
        return result;
    }

    private async Task KeepAsync(
        Actor actor, TenantId tenant, IncidentRow incident, Dismissal until, string reason, WriteScope scope, CancellationToken cancellationToken)
    {
        var row = new DismissalRow
        {
            Id = RowIds.Next(scope.Now),
            IncidentId = incident.Id,
            DismissedAt = scope.Now,
            DismissedBy = actor.Name,
            Reason = reason,
            Until = until.Until,
            UntilAt = until.At,
            More = until.More,
            VerdictThen = until.VerdictThen,
        };
        await _dismissals.AddAsync(tenant, row, scope.Transaction, cancellationToken);
        await scope.AuditAsync("incident.dismiss", $"incident {incident.Number}", $"{incident.State} -> Dismissed, {until}: {reason}", cancellationToken);
    }
}
