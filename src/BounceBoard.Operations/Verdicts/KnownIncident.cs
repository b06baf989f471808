using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Verdicts;

/// <summary>What is known of an incident and its scope at one time, and what the rules say of its people.</summary>
internal sealed class KnownIncident(IncidentFingerprint incident, HeldRefusals held, TenantEvidence evidence, DateTimeOffset now)
{
    private readonly RecipientFacts _facts = new(evidence, refusal => held.Compare(refusal, now), now);

    /// <summary>Times in which the scope failed as a whole, oldest first.</summary>
    public IReadOnlyList<Outage> Outages => evidence.OutagesAt(ScopeKey.Of(incident));

    /// <summary>Everybody of the incident's last episode: what the incident is about now.</summary>
    public IReadOnlyList<GroupFinding> OfLastEpisode() =>
        Episode.All(evidence.OfIncident(incident)) is [.., var last] ? Groups(last.Refusals) : [];

    /// <summary>Everybody whose refusals are held, by all of their own.</summary>
    public IReadOnlyList<GroupFinding> OfEverybody() => Groups(evidence.OfIncident(incident));

    /// <summary>One person by these refusals, and by no others.</summary>
    /// <returns>Null when none of them is held.</returns>
    public GroupFinding? Of(IEnumerable<RefusalRow> rows)
    {
        var own = RefusalOrder.Sort(rows.Select(held.Of).OfType<JudgedRefusal>());
        return own.Count == 0 ? null : Judge(own);
    }

    /// <summary>The person of a refusal, by all that was known of them up to it.</summary>
    public GroupFinding? UpTo(RefusalRow row) => Of(held.All.Select(held.RowOf)
        .Where(other => other.RecipientKey == row.RecipientKey && other.Verified == row.Verified && other.OccurredAt <= row.OccurredAt));

    // Who failed the same way and is judged the same stands together: the most people first; of equals the latest, then by name.
    private List<GroupFinding> Groups(IEnumerable<JudgedRefusal> refusals) =>
    [
        .. refusals.GroupBy(judged => judged.Refusal.Person, StringComparer.Ordinal).Select(person => Judge([.. person]))
            .GroupBy(one => (RefusalGroup.WayOf(one.Group.Latest), one.Finding.Verdict, one.Finding.Cause, one.Finding.SubCause, one.Finding.Relation, one.Facts.SpikeSince is null))
            .Select(Together)
            .OrderByDescending(group => group.Group.People)
            .ThenByDescending(group => group.Group.Latest.OccurredAt)
            .ThenBy(group => group.Group.Latest.FoldKey, StringComparer.Ordinal),
    ];

    // The one who was refused last speaks for the others.
    private static GroupFinding Together(IEnumerable<GroupFinding> people)
    {
        var all = people.OrderByDescending(one => one.Group.Latest.OccurredAt).ThenBy(one => one.Group.Latest.FoldKey, StringComparer.Ordinal).ToList();
        return all[0] with { Group = RefusalGroup.Of(all.SelectMany(one => one.Group.Rows)) };
    }

    private GroupFinding Judge(IReadOnlyList<JudgedRefusal> own)
    {
        var history = PersonHistory.Of(own, evidence);
        var facts = _facts.Of(history) with { PassedOn = held.PassedOnBy(history.Judged, now) };
        return new GroupFinding(RefusalGroup.Of(own.Select(held.RowOf)), facts, VerdictRules.Decide(facts, now), this);
    }
}
