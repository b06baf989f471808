namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>
/// Finds the spikes of a scope that has had some before. A past that holds an outage takes the next one for its habit: what was found is left out, and the
/// rest looked at once more.
/// </summary>
public static class RepeatedSpikes
{
    private const int MostLooks = 4;

    /// <summary>The longest window in which a spike is looked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The spikes, oldest first.</summary>
    /// <param name="counts">As <see cref="SpikeDetector.Find"/> takes them.</param>
    public static IReadOnlyList<Spike> Find(IEnumerable<HourCount> counts, DateTimeOffset now)
    {
        var (hours, found) = (counts.OrderBy(hour => hour.Hour).ToList(), new List<Spike>());
        for (var look = 0; look < MostLooks; look++)
        {
            var rest = hours.Where(hour => !found.Exists(spike => hour.Hour >= spike.Since && (spike.StoppedAt is null || hour.Hour < spike.StoppedAt))).ToList();
            var more = AreCrowded(rest) ? SpikeDetector.Find(rest, now) : [];
            if (more.Count == 0)
            {
                break;
            }
            found.AddRange(more);
        }
        return [.. found.OrderBy(spike => spike.Since)];
    }

    // Enough new people in six hours for a spike: most scopes never have them, and the search is dear.
    private static bool AreCrowded(List<HourCount> hours)
    {
        var (people, from) = (0L, 0);
        foreach (var hour in hours)
        {
            people += hour.NewPeople;
            for (; hour.Hour - hours[from].Hour >= Longest; from++)
            {
                people -= hours[from].NewPeople;
            }
            if (people >= SpikeLevel.FewestPeople)
            {
                return true;
            }
        }
        return false;
    }
}
