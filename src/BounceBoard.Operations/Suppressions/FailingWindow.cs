using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts.Gathering;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Suppressions;

/// <summary>
/// Since when a scope fails so widely that single addresses prove nothing. An incident of one dead mailbox is open too, so its being open says
/// little; the outages of the scope do.
/// </summary>
internal static class FailingWindow
{
    /// <summary>From here on an incident is no matter of single addresses.</summary>
    public const long ManyPeople = 5;

    /// <summary>As long as an address must have been dead; an incident that began or went on within it holds everything at its scope.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <returns>The first moment of the window; null when the scope has no outage within the grace period.</returns>
    public static DateTimeOffset? Find(KnownIncident known, DateTimeOffset now) => known.Outages
        .Where(outage => outage.Holds(now, Grace) || outage.StoppedAt > now - Grace)
        // The first failures of an outage are few: what was added shortly before it was seen may already belong to it.
        .Select(outage => (DateTimeOffset?)(outage.Since - Outage.Onset)).Min();

    /// <summary>Another incident at the scope that is no matter of single addresses, and began or went on within the grace period.</summary>
    public static bool Holds(IncidentRow other, DateTimeOffset now) =>
        other.State is IncidentState.Open or IncidentState.Recovering && other.People >= ManyPeople
        && (other.LastAt > now - Grace || other.OpenedAt > now - Grace);
}
