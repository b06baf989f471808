namespace BounceBoard.Core.Alerts;

/// <summary>Hours of the day in which nothing is sent; what comes up meanwhile is held and sent as one summary at their end.</summary>
/// <param name="From">In the zone's own time.</param>
/// <param name="Until">Before <paramref name="From"/> when the hours go over midnight.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    /// <returns>The end of the quiet hours that <paramref name="now"/> lies in; null outside of them.</returns>
    public DateTimeOffset? HeldUntil(DateTimeOffset now)
    {
        var here = TimeZoneInfo.ConvertTime(now, Zone);
        if (!TimeOnly.FromDateTime(here.DateTime).IsBetween(From, Until))
        {
            return null;
        }
        var end = here.Date + Until.ToTimeSpan();
        if (end <= here.DateTime)
        {
            end = end.AddDays(1);
        }
        // Where the clocks are put forward an hour does not exist: the end is then that much later.
        while (Zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(15);
        }
        return new DateTimeOffset(end, Zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
