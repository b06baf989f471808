using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Has the rules look at one claimed incident, and appends their verdict when it changed.</summary>
internal sealed class IncidentDecision(
    Database database, VerdictTables tables, IncidentJudge judge, SuppressionFindings people, DecisionFiling filing, TimeProvider time)
{
    private const int MostEvidence = 20;

    /// <param name="claim">Name of the caller's claim.</param>
    /// <returns>True when a verdict was appended; false when it stands, the rules have nothing to say, or somebody else holds the incident by now.</returns>
    public async Task<bool> DecideAsync(TenantId tenant, long id, DateTimeOffset claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await tables.Incidents.FindAsync(tenant, id, cancellationToken) is not { } incident)
        {
            return false;
        }

        var (findings, picture) = await judge.JudgeAsync(tenant, incident, now, cancellationToken);
        var verdict = findings.Count > 0
            ? await RowAsync(tenant, incident, IncidentVerdict.Choose(findings, one => one.Finding, one => one.Group.People), now, cancellationToken)
            : null;
        var plan = await people.PlanAsync(tenant, incident, findings, now, cancellationToken);
        var decision = new Decision(incident, verdict, picture, plan, now);
        return await database.WriteAsync(Turn.Of(tenant), transaction => filing.FileAsync(tenant, decision, claim, transaction, cancellationToken), cancellationToken);
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
}
