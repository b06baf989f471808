using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Has the rules look at one claimed incident, and appends their verdict when it changed.</summary>
internal sealed class IncidentDecision(Database database, VerdictTables tables, IncidentJudge judge, AlertOutbox alerts, TimeProvider time)
{
    private const int MostEvidence = 20;

    // Grace periods, settling times and caches run out by themselves; after a month of silence nothing moves any more.
    public static readonly TimeSpan Silence = TimeSpan.FromDays(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <param name="claim">Name of the caller's claim.</param>
    /// <returns>True when a verdict was appended; false when it stands, the rules have nothing to say, or somebody else holds the incident by now.</returns>
    public async Task<bool> DecideAsync(TenantId tenant, long id, DateTimeOffset claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await tables.Incidents.FindAsync(tenant, id, cancellationToken) is not { } incident)
        {
            return false;
        }

        var findings = await judge.JudgeAsync(tenant, incident, now, cancellationToken);
        var verdict = findings.Count > 0 ? await RowAsync(tenant, incident, IncidentVerdict.Choose(findings), now, cancellationToken) : null;
        return await database.WriteAsync(
            Turn.Of(tenant), transaction => WriteAsync(tenant, incident, verdict, claim, now, transaction, cancellationToken), cancellationToken);
    }

    private async Task<VerdictRow> RowAsync(
        TenantId tenant, IncidentRow incident, GroupFinding chosen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var finding = chosen.Finding;
        long[] observations =
        [
            .. chosen.Facts.Comparison.Resolvers.Select(resolver => resolver.Observation?.Id ?? 0).Where(id => id > 0).Distinct().Order(),
        ];
        long[] refusals = [.. chosen.Group.Rows.Take(MostEvidence).Select(row => row.Id)];
        var evidence = await tables.Evidence.IdsOfRefusalsAsync(tenant, refusals, cancellationToken);
        return new VerdictRow
        {
            Id = RowIds.Next(now),
            IncidentId = incident.Id,
            DecidedAt = now,
            Verdict = finding.Verdict,
            Confidence = finding.Confidence,
            Cause = finding.Cause,
            SubCause = finding.SubCause,
            Relation = finding.Relation,
            Finding = finding,
            EvidenceIds = evidence,
            ObservationIds = observations,
            Fingerprint = VerdictFingerprint.Of(finding, incident, observations),
        };
    }

    private async Task<bool> WriteAsync(
        TenantId tenant, IncidentRow incident, VerdictRow? verdict, DateTimeOffset claim, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var nextLook = verdict is not null && now - incident.LastAt < Silence ? now + LookAgain : (DateTimeOffset?)null;
        // The claim ends first: who lost it knows less than who took it, and writes nothing.
        if (!await tables.Claims.TryEndAsync(tenant, incident.Id, claim, nextLook, transaction, cancellationToken) || verdict is null)
        {
            return false;
        }

        var fingerprint = new IncidentFingerprint(incident.Family, incident.Scope, incident.ScopeName);
        var appended = await tables.Verdicts.AppendIfNewAsync(tenant, verdict, transaction, cancellationToken);
        await tables.Writer.SetVerdictAsync(
            tenant, incident.Id, verdict.Finding, IncidentTitles.Of(fingerprint, verdict.Finding), now, transaction, cancellationToken);
        await alerts.DecidedAsync(tenant, incident, verdict.Verdict, verdict.Id, now, transaction, cancellationToken);
        return appended;
    }
}
