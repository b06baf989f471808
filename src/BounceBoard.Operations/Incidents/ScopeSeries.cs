using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>The rows of a scope, put together hour by hour.</summary>
/// <param name="Counted">First and last hour in which deliveries are known; null when never.</param>
internal sealed record ScopeSeries(
    IReadOnlyList<ScopeHourRow> Failed, IReadOnlyList<ScopeDeliveryRow> Delivered, (DateTimeOffset First, DateTimeOffset Last)? Counted)
{
    // A log may come once a day: until then an hour without deliveries is one of which nothing is known yet.
    private static readonly TimeSpan StillCounted = TimeSpan.FromHours(6);

    /// <param name="incident">Only this incident's failures; null for every family's.</param>
    /// <param name="alike">Deliveries with the value that explains the failures; null when nothing does.</param>
    public IEnumerable<HourCount> Hours(long? incident, IReadOnlyList<ScopeDeliveryRow>? alike)
    {
        var failed = Failed.Where(row => incident is null || row.IncidentId == incident).ToLookup(row => row.Hour);
        var delivered = Delivered.ToDictionary(row => row.Hour, row => row.Messages);
        var like = alike?.ToDictionary(row => row.Hour, row => row.Messages);
        return failed.Select(hour => hour.Key).Union(delivered.Keys).Select(hour => new HourCount(
            hour,
            failed[hour].Sum(row => row.Refusals),
            IsKnown(hour) ? delivered.GetValueOrDefault(hour) : null,
            failed[hour].Sum(row => row.People),
            like?.GetValueOrDefault(hour)));
    }

    /// <summary>Every hour from one to another.</summary>
    public IReadOnlyList<HourCount> Filled(long incident, DateTimeOffset from, DateTimeOffset until)
    {
        var seen = Hours(incident, null).ToDictionary(hour => hour.Hour);
        var first = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var hours = Enumerable.Range(0, Math.Max(1, (int)Math.Ceiling((until - first).TotalHours))).Select(i => first.AddHours(i));
        return [.. hours.Select(hour => seen.GetValueOrDefault(hour) ?? new HourCount(hour, 0, IsKnown(hour) ? 0 : null, 0))];
    }

    private bool IsKnown(DateTimeOffset hour) => Counted is { } range && hour >= range.First && hour <= range.Last + StillCounted;
}
