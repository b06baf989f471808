using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Refusals and deliveries of a scope by the hour of the event.</summary>
internal static class ScopeHours
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <param name="refusals">Oldest first.</param>
    /// <param name="delivered">Null where deliveries are not counted.</param>
    /// <param name="counts">What is counted beside these refusals; null when they are all there are.</param>
    /// <param name="family">Of the refusals; null when they are of all.</param>
    public static IReadOnlyList<HourCount> Of(
        IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, ScopeCounts? counts = null, RefusalFamily? family = null)
    {
        var accepted = (delivered ?? []).GroupBy(row => StartOf(row.At)).ToDictionary(hour => hour.Key, hour => hour.Sum(row => row.Count));
        var failed = refusals.GroupBy(judged => StartOf(judged.Refusal.At)).ToDictionary(hour => hour.Key, hour => hour.LongCount());
        var fresh = NewPeople(refusals);
        foreach (var earlier in counts?.EarlierOf(family) ?? [])
        {
            failed[earlier.Hour] = Math.Max(failed.GetValueOrDefault(earlier.Hour), earlier.Failed);
            fresh[earlier.Hour] = Math.Max(fresh.GetValueOrDefault(earlier.Hour), earlier.NewPeople);
        }
        return
        [
            .. failed.Keys.Union(accepted.Keys).Order().Select(hour => new HourCount(
                hour, failed.GetValueOrDefault(hour), delivered is null || counts?.Counts(hour) == false ? null : accepted.GetValueOrDefault(hour), fresh.GetValueOrDefault(hour))),
        ];
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
