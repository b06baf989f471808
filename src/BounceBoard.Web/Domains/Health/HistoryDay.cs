using BounceBoard.Core.Domains.History;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>What the chart of a domain shows of one day (UTC), as a line of its table.</summary>
/// <param name="Score">The last examination of the day that found something else; null where none did.</param>
/// <param name="Changed">Names of the records that changed.</param>
public sealed record HistoryDay(DateOnly Day, ScorePoint? Score, long Refusals, IReadOnlyList<string> Changed)
{
    /// <summary>Days on which anything happened, the latest first.</summary>
    public static IReadOnlyList<HistoryDay> Of(IReadOnlyList<ScorePoint> points, IReadOnlyList<SenderDayRow> refusals, IReadOnlyList<RecordChange> changes)
    {
        var scores = points.ToLookup(point => DayOf(point.At));
        var refused = refusals.ToDictionary(row => DayOf(row.Start), row => row.Refusals);
        var changed = changes.ToLookup(change => DayOf(change.At), change => change.Name);
        return
        [
            .. scores.Select(day => day.Key).Concat(refused.Keys).Concat(changed.Select(day => day.Key)).Distinct().OrderDescending()
                .Select(day => new HistoryDay(
                    day, scores[day].LastOrDefault(), refused.GetValueOrDefault(day), [.. changed[day].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
        ];
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
