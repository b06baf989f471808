using System.Globalization;

namespace BounceBoard.Operations.Webhooks;

/// <summary>When a signature counts. Services try again for up to a day; what was taken is remembered for longer than that.</summary>
internal static class WebhookTimes
{
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(48);
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Seconds since 1970 as text.</summary>
    /// <returns>What is wrong with it; null when it counts.</returns>
    public static string? Problem(string? seconds, DateTimeOffset now) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 253_402_300_799
            ? Problem(DateTimeOffset.FromUnixTimeSeconds(value), now)
            : "The signature's time is missing or is no time.";

    public static string? Problem(DateTimeOffset at, DateTimeOffset now) =>
        at < now - Oldest ? $"The signature is of {at.UtcDateTime:yyyy-MM-dd HH:mm}Z: older than {Oldest.TotalHours:0} hours, so it may be an old one sent again."
        : at > now + Ahead ? $"The signature is of {at.UtcDateTime:yyyy-MM-dd HH:mm}Z, which is still to come. Compare the clock of this machine."
        : null;
}
