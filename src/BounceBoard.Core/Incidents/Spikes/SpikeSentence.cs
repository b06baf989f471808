using System.Globalization;

namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>A spike in one sentence.</summary>
internal static class SpikeSentence
{
    private const int Week = 7 * 24;

    /// <param name="baselineHours">Hours of history the baseline was learned from.</param>
    public static string Of(Spike spike, double baselineHours)
    {
        var span = spike.StoppedAt is { } end ? $"from {Time(spike.Since)} to {Time(end)} UTC" : $"since {Time(spike.Since)} UTC";
        var found = spike.Attempts is { } attempts
            ? $"{Number(spike.Failed)} of {Number(attempts)} attempts failed {span}"
            : $"{Number(spike.Failed)} failures {span}";
        return $"{found}; {Source(spike, baselineHours)} {Expected(spike.Expected)}.";
    }

    private static string Source(Spike spike, double baselineHours) => (spike.Attempts, baselineHours) switch
    {
        (_, < Week) => "with less than a week of history a cautious guess predicts",
        ({ } attempts, _) => $"the usual share of {Percent(attempts == 0 ? 0 : spike.Expected / attempts)} predicts",
        (null, _) => "the same hours of the past four weeks predict",
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Expected(double number) => number.ToString(number < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
