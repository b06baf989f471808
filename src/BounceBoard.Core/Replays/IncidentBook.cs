using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>The incidents of one tenant as they stand at a time.</summary>
internal static class IncidentBook
{
    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <summary>One for each fingerprint, by scope and family. Single dead addresses are no incident.</summary>
    public static IEnumerable<IncidentAnswer> At(ReplayMoment moment, DateTimeOffset now) => moment.Evidence.Incidents
        .Where(incident => incident.Any(judged => judged.Refusal.Verified))
        .Select(incident => Answer(moment, Episode.All(incident)[^1], now))
        .OfType<IncidentAnswer>();

    private static IncidentAnswer? Answer(ReplayMoment moment, Episode episode, DateTimeOffset now)
    {
        var people = episode.Refusals.GroupBy(judged => judged.Refusal.Person, StringComparer.Ordinal)
            .Select(person => moment.Judge([.. person])).OrderBy(one => one.Person, StringComparer.Ordinal).ToList();
        var chosen = IncidentVerdict.Choose(people, one => one.Finding, _ => 1);
        var outage = people.Select(one => one.History.Outage).OfType<Outage>().MaxBy(one => one.Since);
        if (outage is null && chosen.Finding.Cause == Cause.BadAddress)
        {
            return null;
        }
        var stoppedAt = outage is not null ? outage.StoppedAt : chosen.Finding.Verdict == Verdict.Retry ? ServedAgain(moment, chosen, episode) : null;
        return new IncidentAnswer(
            moment.Sender.Slug, chosen.History.Judged.Fingerprint, StateOf(stoppedAt, now), chosen.Finding, PeopleOf(episode, outage),
            outage?.Since ?? episode.Since, stoppedAt, moment.ExplainedBy(chosen.History));
    }

    private static int PeopleOf(Episode episode, Outage? outage) => outage is null
        ? episode.People
        : episode.Refusals.Where(judged => outage.Covers(judged.Refusal.At)).Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();

    private static DateTimeOffset? ServedAgain(ReplayMoment moment, PersonVerdict chosen, Episode episode) => moment.Evidence.OverThePathOf(chosen.History.Judged)
        .Where(row => row.At > episode.LastAt).Select(row => (DateTimeOffset?)row.At).Min();

    private static IncidentState StateOf(DateTimeOffset? stoppedAt, DateTimeOffset now)
    {
        var state = IncidentState.Open;
        if (stoppedAt <= now)
        {
            state = IncidentStateMachine.Next(state, IncidentEvent.Calmed) ?? state;
        }
        return stoppedAt <= now - Settling ? IncidentStateMachine.Next(state, IncidentEvent.Settled) ?? state : state;
    }
}
