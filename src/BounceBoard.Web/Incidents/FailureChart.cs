using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Web.Incidents;

/// <summary>Lays the hours of an incident out as stacked bars, failing at the bottom, on one scale.</summary>
public sealed record FailureChart(IReadOnlyList<FailureBar> Bars, (double Left, double Width)? Window)
{
    /// <summary>Width of the drawing; it is stretched to the page's.</summary>
    public const int Wide = 720;

    /// <summary>Height of the drawing.</summary>
    public const int High = 110;

    // One failure beside a thousand deliveries must show.
    private const double Least = 3;

    /// <param name="hours">Without gaps, oldest first.</param>
    public static FailureChart Of(IReadOnlyList<HourCount> hours, DateTimeOffset? since, DateTimeOffset? stoppedAt)
    {
        var step = Wide / (double)Math.Max(1, hours.Count);
        var most = Math.Max(1, hours.Select(hour => hour.Failed + (hour.Delivered ?? 0)).DefaultIfEmpty().Max());
        var bars = hours.Select((hour, i) => new FailureBar(i * step, Math.Max(1, step - 1), Height(hour.Failed), Height(hour.Delivered ?? 0)));
        return new([.. bars.Where(bar => bar.Failed + bar.Delivered > 0)], Marked());

        double Height(long count) => count == 0 ? 0 : Math.Max(Least, (High - (2 * Least)) * count / most);

        (double, double)? Marked()
        {
            if (since is not { } from || hours.Count == 0)
            {
                return null;
            }

            var left = Math.Clamp((from - hours[0].Hour).TotalHours, 0, hours.Count);
            var right = Math.Clamp(((stoppedAt ?? hours[^1].Hour.AddHours(1)) - hours[0].Hour).TotalHours, left, hours.Count);
            return (left * step, (right - left) * step);
        }
    }
}
