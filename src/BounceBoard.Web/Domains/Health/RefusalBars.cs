using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Geometry of refusals per day under the line of scores: on the same 1000 units, 100 high for the day with most.</summary>
/// <param name="Most">Refusals of that day; 0 without any.</param>
public sealed record RefusalBars(long Most, IReadOnlyList<RefusalBar> Bars)
{
    // A day with one refusal beside one with thousands is still seen.
    private const double Least = 4;

    // Air between days.
    private const double Gap = 0.15;

    /// <param name="days">The earliest first.</param>
    public static RefusalBars Of(IReadOnlyList<SenderDayRow> days, DateTimeOffset from, DateTimeOffset until)
    {
        var shown = days.Where(day => day.Start.AddDays(1) > from && day.Start < until && day.Refusals > 0).ToList();
        var most = shown.Count == 0 ? 0 : shown.Max(day => day.Refusals);
        return new RefusalBars(most, [.. shown.Select(day => Bar(day, most, from, until))]);
    }

    private static RefusalBar Bar(SenderDayRow day, long most, DateTimeOffset from, DateTimeOffset until)
    {
        var (left, right) = (ScoreLine.X(day.Start, from, until), ScoreLine.X(day.Start.AddDays(1), from, until));
        return new RefusalBar(left, (right - left) * (1 - Gap), Math.Max(Least, 100.0 * day.Refusals / most), day);
    }
}
