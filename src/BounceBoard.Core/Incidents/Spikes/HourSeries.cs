namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>Every hour of a scope from the first in which it was seen, without gaps.</summary>
internal sealed class HourSeries
{
    /// <summary>Older hours say nothing about today, and a forged date must not make the series endless.</summary>
    private const int MostHours = 60 * 24;

    private HourSeries(HourCount[] hours) => (Hours, Cells) = (hours, [.. hours.Select(hour => Baseline.CellOf(hour.Hour))]);

    public IReadOnlyList<HourCount> Hours { get; }

    /// <summary>Kind of each hour, as <see cref="Baseline.CellOf"/> has it.</summary>
    public IReadOnlyList<int> Cells { get; }

    public int Count => Hours.Count;

    /// <summary>The series up to the hour that <paramref name="now"/> lies in; counts of one hour are added up.</summary>
    public static HourSeries Of(IEnumerable<HourCount> counts, DateTimeOffset now)
    {
        var last = StartOf(now);
        var oldest = last.AddHours(1 - MostHours);
        var seen = counts.Where(count => count.Hour >= oldest && count.Hour <= last && (count.Failed > 0 || count.Delivered > 0))
            .GroupBy(count => StartOf(count.Hour)).ToDictionary(hour => hour.Key, Sum);
        if (seen.Count == 0)
        {
            return new HourSeries([]);
        }

        var start = seen.Keys.Min();
        // Where deliveries are counted, an hour without a row is one without any.
        long? none = seen.Values.Any(hour => hour.Delivered is not null) ? 0 : null;
        var hours = new HourCount[(int)(last - start).TotalHours + 1];
        for (var i = 0; i < hours.Length; i++)
        {
            var hour = start.AddHours(i);
            hours[i] = seen.GetValueOrDefault(hour) ?? new HourCount(hour, 0, none, 0);
        }

        return new HourSeries(hours);
    }

    private static DateTimeOffset StartOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static HourCount Sum(IGrouping<DateTimeOffset, HourCount> hour) => new(
        hour.Key,
        hour.Sum(count => count.Failed),
        hour.Any(count => count.Delivered is not null) ? hour.Sum(count => count.Delivered ?? 0) : null,
        hour.Sum(count => count.NewPeople),
        hour.Any(count => count.DeliveredAlike is not null) ? hour.Sum(count => count.DeliveredAlike ?? 0) : null);
}
