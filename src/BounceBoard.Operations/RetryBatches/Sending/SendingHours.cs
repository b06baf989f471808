using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>When the limits of a plan let the next mail go.</summary>
internal static class SendingHours
{
    /// <returns><paramref name="now"/> itself when it may go at once.</returns>
    public static DateTimeOffset Next(RetryLimits limits, DateTimeOffset now)
    {
        var first = limits.NotBefore > now ? limits.NotBefore.Value : now;
        return limits is { HoursFrom: { } from, HoursUntil: { } until } && TimeZoneInfo.TryFindSystemTimeZoneById(limits.Zone, out var zone)
            ? new AllowedHours(from, until, zone).Next(first)
            : first;
    }
}
