using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Looks after entries that were added while an incident went on at their scope: releases them all, or keeps them all. Either can be undone by the other's button in the list.</summary>
public sealed class SuppressionWindows(SuppressionWriter writer, IncidentReader incidents, AuditedWrite writes, ChangeFeed feed)
{
    private const int AtOnce = 1000;

    /// <summary>Releases every held entry of the incident's window.</summary>
    /// <param name="note">Why; may be empty, the incident is a reason by itself.</param>
    /// <returns>How many were released.</returns>
    public Task<OperationResult<int>> ReleaseAsync(Actor actor, TenantId tenant, long incidentId, string note, CancellationToken cancellationToken) =>
        AllAsync(
            actor, tenant, incidentId, "suppression.release",
            (row, number, now) => SuppressionMove.Of(row, SuppressionEvent.Release, actor, $"added inside the window of incident {number}. {note}", now),
            cancellationToken);

    /// <summary>Leaves every held entry of the window as it is, and asks no more about it.</summary>
    /// <returns>How many were kept.</returns>
    public Task<OperationResult<int>> KeepAsync(Actor actor, TenantId tenant, long incidentId, CancellationToken cancellationToken) =>
        AllAsync(
            actor, tenant, incidentId, "suppression.keep",
            (row, _, now) => row with { WindowId = null, ReviewedAt = now, ReviewAt = SuppressionReasons.ReviewAt(row.Reason, now) },
            cancellationToken);

    private async Task<OperationResult<int>> AllAsync(
        Actor actor, TenantId tenant, long incidentId, string action, Func<SuppressionRow, long, DateTimeOffset, SuppressionRow?> move,
        CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<int>(
            actor,
            tenant,
            TenantAction.Suppress,
            async scope =>
            {
                if (await incidents.FindAsync(tenant, incidentId, cancellationToken) is not { } incident)
                {
                    return new OperationResult.Refused("There is no such incident in this tenant. Load the list again.");
                }
                var moved = 0;
                // Every row that is written leaves the window, so the next ones come up.
                while (await writer.ListWindowAsync(tenant, incidentId, AtOnce, scope.Transaction, cancellationToken) is { Count: > 0 } rows)
                {
                    SuppressionRow[] next = [.. rows.Select(row => move(row, incident.Number, scope.Now) ?? row with { WindowId = null })];
                    await writer.SaveAsync(tenant, next, scope.Now, scope.Transaction, cancellationToken);
                    moved += next.Length;
                }
                if (moved == 0)
                {
                    return new OperationResult.Refused("Nothing waits for a look in this incident's window any more. Load the list again.");
                }
                await scope.AuditAsync(action, SuppressionCount.Of(moved), $"added inside the window of incident {incident.Number}", cancellationToken);
                return moved;
            },
            cancellationToken);
        if (result.Problem is null)
        {
            feed.Publish(tenant, ChangeKind.Suppressions);
        }
        return result;
    }
}
