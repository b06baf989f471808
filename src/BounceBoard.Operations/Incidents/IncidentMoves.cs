using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>The one way by which the state of a known incident moves: whoever is to hear of it is noted in the same transaction.</summary>
internal sealed class IncidentMoves(IncidentWriter incidents, AlertOutbox alerts)
{
    /// <param name="at">When it was opened or closed, by event time.</param>
    /// <param name="isTold">False where it only fell silent: that is no recovery to tell of.</param>
    /// <returns>False when it was no longer in <paramref name="from"/>.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, long id, IncidentState from, IncidentState to, DateTimeOffset at, DateTimeOffset now, bool isTold,
        DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (!await incidents.TryMoveAsync(tenant, id, from, to, at, transaction, cancellationToken))
        {
            return false;
        }
        // Recovering was not told as over, so refusing again is nothing new; what a person dismissed, a person knows.
        switch (to)
        {
            case IncidentState.Open when from is IncidentState.Resolved or IncidentState.Dismissed:
                await alerts.OpenedAsync(tenant, id, at, now, transaction, cancellationToken);
                break;
            case IncidentState.Resolved when isTold:
                await alerts.RecoveredAsync(tenant, id, at, now, transaction, cancellationToken);
                break;
        }
        return true;
    }
}
