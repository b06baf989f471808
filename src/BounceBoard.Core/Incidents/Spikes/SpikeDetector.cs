namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>Finds when a scope began to fail more than its past predicts, and when it stopped.</summary>
public static class SpikeDetector
{
    /// <summary>
    /// The spikes of a scope, oldest first; the last may go on. One-sided test of each hour and of the two and six hours up to it, at
    /// <see cref="SpikeLevel.FalseAlarmsPerScopeAndDay"/>, with at least <see cref="SpikeLevel.FewestPeople"/> people.
    /// </summary>
    /// <param name="counts">Hours in any order; hours without a row saw nothing. Four weeks before the hours of interest make a whole baseline.</param>
    /// <param name="now">Later hours are left out, and the hour it lies in is not over yet: it can begin a spike, not end one.</param>
    public static IReadOnlyList<Spike> Find(IEnumerable<HourCount> counts, DateTimeOffset now)
    {
        var search = new SpikeSearch(HourSeries.Of(counts, now), now);
        return search.Run();
    }
}
