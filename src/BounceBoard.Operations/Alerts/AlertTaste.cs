using BounceBoard.Core.Alerts;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>What a destination wants, and when.</summary>
internal static class AlertTaste
{
    public static AlertFilter Filter(AlertDestinationRow row) => new(
        row.Kinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AlertKind>).ToHashSet(), row.LeastConfidence, row.LeastPeople)
    {
        LeastDrop = row.LeastDrop,
    };

    /// <returns>When an alert may be sent at the earliest; null when it is kept until the destination is enabled.</returns>
    public static DateTimeOffset? Due(AlertDestinationRow row, DateTimeOffset now)
    {
        if (row.State == AlertDestinationState.Disabled)
        {
            return null;
        }
        DateTimeOffset[] times = [now, row.NextTryAt ?? now, Quiet(row)?.HeldUntil(now) ?? now];
        return times.Max();
    }

    /// <returns>Null without quiet hours, or when this machine does not know the zone.</returns>
    private static QuietHours? Quiet(AlertDestinationRow row) =>
        row is { QuietFrom: { } from, QuietUntil: { } until, QuietZone: { } name } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new QuietHours(Time(from), Time(until), zone)
            : null;

    private static TimeOnly Time(int minutes) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minutes));
}
