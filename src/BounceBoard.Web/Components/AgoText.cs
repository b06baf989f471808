using System.Globalization;

namespace BounceBoard.Web.Components;

/// <summary>Times in words: relative for reading, absolute for copying.</summary>
internal static class AgoText
{
    /// <summary>"2026-05-16 09:12:44 UTC".</summary>
    public static string Absolute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"3 h ago", "in 12 min"; the largest whole unit.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var span = now - at;
        var amount = Amount(span.Duration());
        return amount is null ? "now" : span < TimeSpan.Zero ? $"in {amount}" : $"{amount} ago";
    }

    /// <summary>"3 h"; what is shorter than the clocks of two machines agree is "under 5 s".</summary>
    public static string Length(TimeSpan span) => Amount(span) ?? "under 5 s";

    private static string? Amount(TimeSpan span) => span switch
    {
        { TotalSeconds: < 5 } => null,
        { TotalMinutes: < 1 } => Whole(span.TotalSeconds, "s"),
        { TotalHours: < 1 } => Whole(span.TotalMinutes, "min"),
        { TotalDays: < 2 } => Whole(span.TotalHours, "h"),
        { TotalDays: < 60 } => Whole(span.TotalDays, "d"),
        { TotalDays: < 730 } => Whole(span.TotalDays / 30.44, "months"),
        _ => Whole(span.TotalDays / 365.25, "years"),
    };

    private static string Whole(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(long)value} {unit}");
}
