using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Refusals and deliveries of a scope by the hour of the event.</summary>
internal static class ScopeHours
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The longest window in which a spike is looked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="refusals">Oldest first.</param>
    /// <param name="delivered">Null where deliveries are not counted.</param>
    public static IReadOnlyList<HourCount> Of(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered)
    {
        var accepted = (delivered ?? []).GroupBy(row => StartOf(row.At)).ToDictionary(hour => hour.Key, hour => hour.Sum(row => row.Count));
        var failed = refusals.GroupBy(judged => StartOf(judged.Refusal.At)).ToDictionary(hour => hour.Key, hour => hour.LongCount());
        var fresh = NewPeople(refusals);
        return
        [
            .. failed.Keys.Union(accepted.Keys).Order().Select(hour => new HourCount(
                hour, failed.GetValueOrDefault(hour), delivered is null ? null : accepted.GetValueOrDefault(hour), fresh.GetValueOrDefault(hour))),
        ];
    }

    /// <summary>True where enough new people fall into six hours for a spike: most scopes never have them, and the search is dear.</summary>
    /// <param name="hours">Oldest first.</param>
    public static bool AreCrowded(IReadOnlyList<HourCount> hours)
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

    public static DateTimeOffset StartOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    // A queue that tries the same people again brings nobody new.
    private static Dictionary<DateTimeOffset, long> NewPeople(IReadOnlyList<JudgedRefusal> refusals)
    {
        var (last, fresh) = (new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), new Dictionary<DateTimeOffset, long>());
        foreach (var refusal in refusals.Select(judged => judged.Refusal))
        {
            var hour = StartOf(refusal.At);
            if (!last.TryGetValue(refusal.Person, out var before) || refusal.At - before > Day)
            {
                fresh[hour] = fresh.GetValueOrDefault(hour) + 1;
            }
            last[refusal.Person] = refusal.At;
        }
        return fresh;
    }
}
