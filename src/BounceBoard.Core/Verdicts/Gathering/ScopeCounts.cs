using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>What a house counts of a scope: its latest refusals are held one by one, the rest as hours.</summary>
/// <param name="Earlier">Refusals per family and hour that are not held one by one, or not all of them.</param>
/// <param name="Counted">First and last hour in which deliveries of any domain were counted; null when never.</param>
public sealed record ScopeCounts(
    IReadOnlyDictionary<RefusalFamily, IReadOnlyList<HourCount>> Earlier, (DateTimeOffset First, DateTimeOffset Last)? Counted)
{
    // A log may come once a day: until then an hour without deliveries is one of which nothing is known yet.
    private static readonly TimeSpan StillCounted = TimeSpan.FromHours(6);

    /// <summary>The hours of a family, or of all together.</summary>
    internal IEnumerable<HourCount> EarlierOf(RefusalFamily? family) => family is { } one
        ? Earlier.GetValueOrDefault(one, [])
        : Earlier.Values.SelectMany(hours => hours).GroupBy(hour => hour.Hour)
            .Select(hour => new HourCount(hour.Key, hour.Sum(row => row.Failed), null, hour.Sum(row => row.NewPeople)));

    /// <summary>False for an hour of which no deliveries are known yet.</summary>
    internal bool Counts(DateTimeOffset hour) => Counted is { } range && hour >= range.First && hour <= range.Last + StillCounted;
}
