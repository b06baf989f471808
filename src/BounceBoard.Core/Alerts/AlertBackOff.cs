namespace BounceBoard.Core.Alerts;

/// <summary>When a destination that does not answer is tried again, and when no more.</summary>
public static class AlertBackOff
{
    /// <summary>A destination that failed for so long is disabled.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="failures">Failures in a row, this one included; at least 1.</param>
    /// <param name="chance">0 up to 1: spreads destinations that failed together.</param>
    /// <returns>Between half and the whole of a step that doubles from 30 seconds to an hour.</returns>
    public static TimeSpan Pause(long failures, double chance) =>
        Math.Min(First.Ticks * Math.Pow(2, Math.Min(failures - 1, 20)), Longest.Ticks) * (0.5 + (chance / 2)) * TimeSpan.FromTicks(1);

    /// <param name="failingSince">The first failure in a row.</param>
    public static bool RanOut(DateTimeOffset failingSince, DateTimeOffset now) => now - failingSince >= Patience;
}
