using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Finds the incidents of refusals, opens them, or opens them again when a refusal happened after they were closed.</summary>
internal sealed class IncidentOpening(IncidentWriter incidents, IncidentMoves moves, AlertOutbox alerts)
{
    /// <returns>Where they belong, one for each refusal, in their order.</returns>
    public async Task<IReadOnlyList<JoinedIncident>> OpenAsync(
        TenantId tenant, IReadOnlyList<(IncidentFingerprint Fingerprint, RefusalRow Refusal)> refusals, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        if (refusals.Count == 0)
        {
            return [];
        }

        var names = refusals.Select(one => one.Fingerprint.ScopeName).Concat(refusals.Select(one => one.Refusal.RecipientDomain)).Distinct();
        var book = new IncidentBook(await incidents.FindAtScopesAsync(tenant, [.. names], transaction, cancellationToken));
        var ids = refusals.Select(one => book.IdFor(one.Fingerprint, one.Refusal, now)).ToList();
        await incidents.OpenAsync(tenant, book.Opened, now, transaction, cancellationToken);
        foreach (var opened in book.Opened)
        {
            await alerts.OpenedAsync(tenant, opened.Id, opened.At, now, transaction, cancellationToken);
        }
        foreach (var (id, from, to, at) in book.Moved)
        {
            var isMoved = await moves.TryMoveAsync(tenant, id, from, to, at, now, true, transaction, cancellationToken);
            if (isMoved && from == IncidentState.Resolved)
            {
                await incidents.SetRegressedAsync(tenant, id, at, transaction, cancellationToken);
            }
        }

        return ids;
    }
}
