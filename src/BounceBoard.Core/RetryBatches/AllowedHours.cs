using BounceBoard.Core.Alerts;

namespace BounceBoard.Core.RetryBatches;

/// <summary>Hours of the day in which retries may be sent; outside of them they wait, as alerts do in quiet hours.</summary>
/// <param name="From">Minute of the day, 0 to 1439, in the zone's own time.</param>
/// <param name="Until">First minute after them, 0 to 1440; before <paramref name="From"/> when they go over midnight, the same for the whole day.</param>
public sealed record AllowedHours(int From, int Until, TimeZoneInfo Zone)
{
    private const int Day = 24 * 60;

    /// <summary>The first allowed moment, <paramref name="now"/> itself within the hours. Where the clocks are put forward over the start, it is the first moment after.</summary>
    public DateTimeOffset Next(DateTimeOffset now) => new QuietHours(At(Until), At(From), Zone).HeldUntil(now) ?? now;

    private static TimeOnly At(int minute) => TimeOnly.MinValue.AddMinutes(minute % Day);
}
