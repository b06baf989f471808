using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Suppressions;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Files a decision and everything that follows from it in one transaction: spike, state, verdict, suppressions, alerts.</summary>
internal sealed class DecisionFiling(VerdictTables tables, SpikeMoves moves, SuppressionFiling suppressions, AlertOutbox alerts)
{
    // Grace periods, settling times and caches run out by themselves; after a month of silence nothing moves any more.
    public static readonly TimeSpan Silence = TimeSpan.FromDays(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <param name="claim">Name of the caller's claim.</param>
    /// <returns>True when a verdict was appended; false when it stands, there is none, or somebody else holds the incident by now.</returns>
    public async Task<bool> FileAsync(
        TenantId tenant, Decision decision, DateTimeOffset claim, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var (incident, verdict, picture, plan, now) = decision;
        var nextLook = verdict is not null && now - incident.LastAt < Silence ? now + LookAgain : (DateTimeOffset?)null;
        // The claim ends first: who lost it knows less than who took it, and writes nothing.
        if (!await tables.Claims.TryEndAsync(tenant, incident.Id, claim, nextLook, transaction, cancellationToken) || verdict is null)
        {
            return false;
        }

        await tables.Spikes.SetAsync(tenant, incident.Id, picture.ToRow(), transaction, cancellationToken);
        await moves.MoveAsync(tenant, incident, picture, now, transaction, cancellationToken);
        var fingerprint = new IncidentFingerprint(incident.Family, incident.Scope, incident.ScopeName);
        var appended = await tables.Verdicts.AppendIfNewAsync(tenant, verdict, transaction, cancellationToken);
        await tables.Writer.SetVerdictAsync(
            tenant, incident.Id, verdict.Finding, IncidentTitles.Of(fingerprint, verdict.Finding), now, transaction, cancellationToken);
        await suppressions.FileAsync(tenant, incident, plan, now, transaction, cancellationToken);
        await alerts.DecidedAsync(tenant, incident, verdict.Verdict, verdict.Id, now, transaction, cancellationToken);
        return appended;
    }
}
