using System.Globalization;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Suppressions;

/// <summary>
/// Finds out whom a decision would suppress. A group is judged by its most refused person; so each of its people is judged again alone, by their own
/// refusals, before anybody is added. Reads only.
/// </summary>
internal sealed class SuppressionFindings(TenantReader tenants, SuppressionReader suppressions, IncidentJudge judge, FailingWindow window)
{
    // The others follow with the next look, an hour later at most.
    private const int MostPeople = 100;
    private const int MostEvidence = 20;
    private const string Rules = "rules";

    public async Task<SuppressionPlan> PlanAsync(
        TenantId tenant, IncidentRow incident, IReadOnlyList<GroupFinding> findings, ScopePicture picture, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var suppressed = findings.Where(finding => finding is { Finding.Verdict: Verdict.Suppress, Facts.Verified: true }).ToList();
        if (suppressed.Count == 0 && incident.People < FailingWindow.ManyPeople)
        {
            return SuppressionPlan.Nothing;
        }
        var domains = findings.Select(finding => finding.Facts.RecipientDomain);
        var failing = await window.FindAsync(tenant, incident, picture, domains, now, cancellationToken);
        var mode = (await tenants.FindAsync(tenant, cancellationToken))?.SuppressionMode ?? SuppressionMode.Off;
        if (failing is not null || mode == SuppressionMode.Off)
        {
            return new SuppressionPlan(mode, [], incident.People < FailingWindow.ManyPeople ? null : failing);
        }
        var people = new List<NewSuppression>();
        foreach (var (group, rows) in PeopleOf(findings, suppressed).Take(MostPeople))
        {
            if (await JudgeAsync(tenant, incident, group, rows, picture, now, cancellationToken) is { } person)
            {
                people.Add(person);
            }
        }
        return new SuppressionPlan(mode, people, null);
    }

    // What happened last to a person decides: whoever was refused later in another way is no matter of this group any more.
    private static IEnumerable<(GroupFinding Group, IReadOnlyList<RefusalRow> Rows)> PeopleOf(
        IReadOnlyList<GroupFinding> findings, IReadOnlyList<GroupFinding> suppressed) =>
        from finding in findings
        where finding.Facts.Verified
        from row in finding.Group.Rows
        group (finding, row) by row.RecipientKey into person
        let last = person.OrderByDescending(one => one.row.OccurredAt).ThenBy(one => one.row.FoldKey, StringComparer.Ordinal).First().finding
        where suppressed.Contains(last)
        select (last, (IReadOnlyList<RefusalRow>)[.. person.Where(one => one.finding == last).Select(one => one.row)]);

    private async Task<NewSuppression?> JudgeAsync(
        TenantId tenant, IncidentRow incident, GroupFinding group, IReadOnlyList<RefusalRow> rows, ScopePicture picture, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var known = await suppressions.AnswerAsync(tenant, rows[0].RecipientKey, cancellationToken);
        if (known is { State: not SuppressionState.Released })
        {
            return null;
        }
        // What led to the entry that was released is spent: count and grace period begin again.
        var released = known is null ? null : (await suppressions.FindAsync(tenant, rows[0].RecipientKey, cancellationToken))?.ReleasedAt;
        IReadOnlyList<RefusalRow> counted = [.. rows.Where(row => released is null || row.OccurredAt > released)];
        if (counted.Count == 0)
        {
            return null;
        }
        var alone = await judge.JudgeAsync(tenant, incident, counted, picture, now, cancellationToken);
        return alone is [{ Finding: { Verdict: Verdict.Suppress } finding, Facts.Verified: true }] && finding.Relation == group.Finding.Relation
            ? Of(incident, counted, finding)
            : null;
    }

    private static NewSuppression Of(IncidentRow incident, IReadOnlyList<RefusalRow> rows, Finding finding)
    {
        var latest = rows.MaxBy(row => row.OccurredAt) ?? rows[0];
        return new NewSuppression(
            latest.RecipientKey, latest.Recipient, latest.RecipientDomain, SuppressionReasons.Of(finding), SuppressionSource.Rules, Rules)
        {
            IncidentId = incident.Id,
            Rules = [.. finding.Reasons.Where(reason => reason.For).Select(reason => reason.Rule).Distinct()],
            RefusalIds = [.. rows.OrderByDescending(row => row.OccurredAt).Take(MostEvidence).Select(row => row.Id.ToString(CultureInfo.InvariantCulture))],
            EvidenceAt = latest.OccurredAt,
        };
    }
}
