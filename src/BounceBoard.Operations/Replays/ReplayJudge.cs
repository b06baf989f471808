using BounceBoard.Core.Replays;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Replays;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Replays;

/// <summary>Judges one incident again by what was known when a verdict was decided; reads only.</summary>
internal sealed class ReplayJudge(
    ReplayReader replays, IncidentJudge judge, SuppressionFindings people, SuppressionReader suppressions)
{
    /// <summary>As many as the rules look at when they decide.</summary>
    private const int LatestRefusals = 1000;

    /// <returns>Null when no refusal that was known then is kept any more.</returns>
    public async Task<ReplayedIncident?> JudgeAsync(TenantId tenant, IncidentRow incident, VerdictRow then, CancellationToken cancellationToken)
    {
        var at = then.DecidedAt;
        var rows = await replays.KnownAsync(tenant, incident.Id, at, LatestRefusals, cancellationToken);
        var known = await KnownAsync(tenant, incident, at, cancellationToken);
        var findings = await judge.JudgeAsync(tenant, known, rows, at, cancellationToken);
        if (findings.Count == 0)
        {
            return null;
        }
        var now = IncidentVerdict.Choose(findings, one => one.Finding, one => one.Group.People).Finding;
        var difference = VerdictDifference.Between(then.Finding, now);
        if (!difference.IsAny)
        {
            return new ReplayedIncident(incident, then, known.People, now, difference, 0, 0);
        }
        var plan = await people.PlanAsync(tenant, known, findings, at, cancellationToken);
        var held = await HeldAsync(tenant, incident.Id, findings, cancellationToken);
        return new ReplayedIncident(incident, then, known.People, now, difference, held, plan.People.Count);
    }

    private async Task<IncidentRow> KnownAsync(TenantId tenant, IncidentRow incident, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var later = await replays.LaterAsync(tenant, incident.Id, at, cancellationToken);
        return incident with
        {
            People = Math.Max(1, incident.People - later.People),
            Refusals = Math.Max(1, incident.Refusals - later.Refusals),
        };
    }

    // By what happened last to each of them. Of whom no refusal of that time is at hand, nothing is said.
    private async Task<int> HeldAsync(
        TenantId tenant, long incidentId, IReadOnlyList<GroupFinding> findings, CancellationToken cancellationToken)
    {
        var spared = findings.SelectMany(finding => finding.Group.Rows, (finding, row) => (finding, row))
            .GroupBy(one => one.row.RecipientKey, StringComparer.Ordinal)
            .Where(person => person.MaxBy(one => (one.row.OccurredAt, one.row.Id)).finding.Finding.Verdict != Verdict.Suppress)
            .Select(person => person.Key)
            .ToList();
        if (spared.Count == 0)
        {
            return 0;
        }
        var listed = await suppressions.FindAsync(tenant, spared, cancellationToken);
        return listed.Values.Count(entry =>
            entry.IncidentId == incidentId && entry.Source == SuppressionSource.Rules && entry.State != SuppressionState.Released);
    }
}
