using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Replays;

/// <summary>What automatic suppression would hold: entries come by verdict, and go when an incident opens over their window or the facts move.</summary>
internal sealed class SuppressionBook
{
    private readonly SortedDictionary<(string Tenant, string Person), DateTimeOffset> _entries = [];

    /// <summary>Goes through everybody once more, as known at a time.</summary>
    public void Look(IEnumerable<ReplayMoment> moments, DateTimeOffset now)
    {
        foreach (var moment in moments.Where(moment => moment.Sender.FirstCandidateAt <= now))
        {
            foreach (var person in moment.Candidates(person => _entries.ContainsKey((moment.Sender.Slug, person))))
            {
                var key = (moment.Sender.Slug, person.Person);
                if (person.Finding.Verdict == Verdict.Suppress)
                {
                    _entries.TryAdd(key, now);
                }
                else if (_entries.TryGetValue(key, out var since) && IsReleased(person, moment, since))
                {
                    _entries.Remove(key);
                }
            }
        }
    }

    public IReadOnlyList<SuppressedAddress> Entries(IReadOnlyList<ReplaySender> senders) =>
    [
        .. senders.SelectMany(sender => _entries.Where(entry => entry.Key.Tenant == sender.Slug)
            .Select(entry => new SuppressedAddress(sender.Slug, sender.Submitted(entry.Key.Person), entry.Value))),
    ];

    // An incident elsewhere in time, or a resolver that is silent for an hour, gives no new doubt about an old entry.
    private static bool IsReleased(PersonVerdict person, ReplayMoment moment, DateTimeOffset since) =>
        person.Finding.Verdict == Verdict.Retry
        || person.History.Outage is not null
        || moment.Evidence.OutagesAt(ScopeKey.Of(person.History.Judged.Fingerprint)).Any(outage => outage.Covers(since))
        || person.Facts.Comparison.Relation is not (EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating or EndpointRelation.Unknown);
}
