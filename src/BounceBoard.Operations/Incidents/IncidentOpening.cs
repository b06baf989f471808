using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Finds the incident of a refusal, opens it, or opens it again when the refusal happened after it was closed.</summary>
internal sealed class IncidentOpening(IncidentWriter incidents)
{
    /// <returns>Id of the incident.</returns>
    public async Task<long> OpenAsync(
        TenantId tenant, IncidentFingerprint fingerprint, RefusalRow refusal, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var known = await FindAsync(tenant, fingerprint, refusal.RecipientDomain, transaction, cancellationToken);
        if (known is null)
        {
            return await incidents.OpenAsync(
                tenant, fingerprint, IncidentTitles.Of(fingerprint), refusal.OccurredAt, now, transaction, cancellationToken);
        }

        // By event time: a DSN that arrives days late tells of the incident that was closed, not of a new one.
        var again = known.ClosedAt is not { } closedAt || IncidentStateMachine.Reopens(closedAt, refusal.OccurredAt);
        if (again && IncidentStateMachine.Next(known.State, IncidentEvent.RefusedAgain) is { } next)
        {
            await incidents.TryMoveAsync(tenant, known.Id, known.State, next, refusal.OccurredAt, transaction, cancellationToken);
        }

        return known.Id;
    }

    // While DNS was silent a refusal was grouped under its domain; later ones of that domain join it rather than split it from its provider.
    private async Task<IncidentRow?> FindAsync(
        TenantId tenant, IncidentFingerprint fingerprint, string recipientDomain, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var ofDomain = fingerprint with { Scope = IncidentScope.RecipientDomain, ScopeName = recipientDomain };
        return await incidents.FindAsync(tenant, fingerprint, transaction, cancellationToken)
            ?? (fingerprint.Scope == IncidentScope.Provider
                ? await incidents.FindAsync(tenant, ofDomain, transaction, cancellationToken)
                : null);
    }
}
