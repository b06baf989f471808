using System.Globalization;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Suppressions;

/// <summary>
/// Finds out whom a decision would suppress. Each of them is judged again alone, by those of their own refusals that still count, before anybody is
/// added. Reads only.
/// </summary>
internal sealed class SuppressionFindings(TenantReader tenants, SuppressionReader suppressions)
{
    // The others follow with the next look, an hour later at most.
    private const int MostPeople = 100;
    private const int MostEvidence = 20;
    private const string Rules = "rules";

    public async Task<SuppressionPlan> PlanAsync(
        TenantId tenant, IncidentRow incident, IReadOnlyList<GroupFinding> judged, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (judged is not [{ Known: var known }, ..])
        {
            return SuppressionPlan.Nothing;
        }
        // Who failed before the last episode waits for the end of the grace period all the same.
        var findings = known.OfEverybody();
        var suppressed = findings.Where(finding => finding is { Finding.Verdict: Verdict.Suppress, Facts.Verified: true }).ToList();
        var doubted = await DoubtedAsync(tenant, findings, cancellationToken);
        if (suppressed.Count == 0 && incident.People < FailingWindow.ManyPeople)
        {
            return SuppressionPlan.Nothing with { Doubted = doubted };
        }
        var failing = FailingWindow.Find(known, now);
        var mode = (await tenants.FindAsync(tenant, cancellationToken))?.SuppressionMode ?? SuppressionMode.Off;
        if (failing is not null || mode == SuppressionMode.Off)
        {
            return new SuppressionPlan(mode, [], incident.People < FailingWindow.ManyPeople ? null : failing) { Doubted = doubted };
        }
        var candidates = PeopleOf(findings, suppressed).ToList();
        var listed = await suppressions.FindAsync(tenant, [.. candidates.Select(one => one.Rows[0].RecipientKey)], cancellationToken);
        var people = candidates.Select(one => Judge(incident, one.Group, one.Rows, listed.GetValueOrDefault(one.Rows[0].RecipientKey), known))
            .OfType<NewSuppression>().Take(MostPeople).ToList();
        return new SuppressionPlan(mode, people, null) { Doubted = doubted };
    }

    // Facts moved under entries that the rules added: an outage shows by a late report, DNS moves, mail gets through again.
    private async Task<IReadOnlyList<string>> DoubtedAsync(TenantId tenant, IReadOnlyList<GroupFinding> findings, CancellationToken cancellationToken)
    {
        var keys = findings
            .Where(one => one.Facts.Verified && (one.Finding.Verdict == Verdict.Retry || one.Facts.SpikeSince is not null || HasMoved(one.Finding.Relation)))
            .SelectMany(one => one.Group.Rows).Select(row => row.RecipientKey).Distinct(StringComparer.Ordinal).ToList();
        var known = keys.Count == 0 ? [] : (await suppressions.FindAsync(tenant, keys, cancellationToken)).Values;
        return [.. known.Where(row => row is { State: not SuppressionState.Released, Source: SuppressionSource.Rules, WindowId: null, ReviewedAt: null })
            .Select(row => row.RecipientKey).Order(StringComparer.Ordinal)];
    }

    // The server that refused is none of the domain's any more: what it said of addresses counts no longer.
    private static bool HasMoved(EndpointRelation relation) => relation switch
    {
        EndpointRelation.FormerMx or EndpointRelation.Foreign or EndpointRelation.Pinned or EndpointRelation.NoMx or EndpointRelation.NullMx
            or EndpointRelation.NoDomain => true,
        EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating or EndpointRelation.ImplicitMx or EndpointRelation.OwnRelay
            or EndpointRelation.Unknown => false,
    };

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

    private static NewSuppression? Judge(
        IncidentRow incident, GroupFinding group, IReadOnlyList<RefusalRow> rows, SuppressionRow? listed, KnownIncident held)
    {
        if (listed is { State: not SuppressionState.Released })
        {
            return null;
        }
        // What led to the entry that was released is spent: count and grace period begin again.
        var released = listed?.ReleasedAt;
        IReadOnlyList<RefusalRow> counted = [.. rows.Where(row => released is null || row.OccurredAt > released)];
        if (counted.Count == 0)
        {
            return null;
        }
        var alone = held.Of(counted);
        return alone is { Finding: { Verdict: Verdict.Suppress } finding, Facts.Verified: true } && finding.Relation == group.Finding.Relation
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
