using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Replays;

namespace BounceBoard.Operations.Replays;

/// <summary>
/// Makes incidents due after a look at the past. It writes no verdict: the rules decide in their usual way, by all that is known today, and append what they say.
/// </summary>
public sealed class ReplayApplication(IncidentWriter incidents, AuditedWrite writes, ChangeFeed changes)
{
    /// <param name="range">The past that was looked at, for the audit log.</param>
    /// <returns>Incidents that were made due.</returns>
    public async Task<OperationResult<int>> ApplyAsync(
        Actor actor, TenantId tenant, ReplayRange range, IReadOnlyCollection<long> incidentIds, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync(
            actor, tenant, TenantAction.HandleIncidents, scope => ApplyAsync(tenant, range, incidentIds, scope, cancellationToken), cancellationToken);
        if (result is OperationResult<int>.Done)
        {
            changes.Publish(tenant, ChangeKind.Incidents);
        }
        return result;
    }

    private async Task<OperationResult<int>> ApplyAsync(
        TenantId tenant, ReplayRange range, IReadOnlyCollection<long> incidentIds, WriteScope scope, CancellationToken cancellationToken)
    {
        var due = await incidents.LookAgainAsync(tenant, incidentIds, scope.Now, scope.Transaction, cancellationToken);
        if (due == 0)
        {
            return new OperationResult.Refused("None of these incidents is there any more. Judge the range again.");
        }
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"judged again by the rules of today: refusals from {range.From.UtcDateTime:yyyy-MM-dd} to {range.Until.AddTicks(-1).UtcDateTime:yyyy-MM-dd}");
        await scope.AuditAsync(
            "replay.apply", string.Create(CultureInfo.InvariantCulture, $"{due} {(due == 1 ? "incident" : "incidents")}"),
            range.Scope is null ? about : $"{about}, at {range.Scope}", cancellationToken);
        return due;
    }
}
