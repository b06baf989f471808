namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>How much more than chance a scope's counts scatter, learned from its own past.</summary>
internal sealed class Scatter
{
    private const int Week = 7 * 24;
    private const double Errors = 2;
    private readonly int[] _weeks;
    private readonly long[] _failed;
    private readonly double[] _expected;
    private readonly int[] _used;

    public Scatter(HourSeries series, int before, bool[] spiking, Baseline baseline)
    {
        var from = Math.Max(0, before - (Baseline.Weeks * Week));
        var past = Enumerable.Range(from, before - from).ToArray();
        _weeks = [.. past.Select(i => (before - 1 - i) / Week)];
        _used = [.. past.Select(i => spiking[i] ? 0 : 1)];
        _failed = [.. past.Select(i => spiking[i] ? 0 : series.Hours[i].Failed)];
        _expected = [.. past.Select(i => spiking[i] ? 0 : baseline.Expected(series.Hours[i], series.Cells[i]))];
    }

    /// <summary>
    /// By moments, week by week, and then the second greatest: scatter of every week is the scope's nature, the scatter of a single one was a spike.
    /// Of one or two weeks it is the greatest.
    /// </summary>
    /// <param name="length">Hours per window: bursts of several hours scatter whole windows, not only hours.</param>
    public double Of(int length)
    {
        var (over, squares) = (new double[Baseline.Weeks], new double[Baseline.Weeks]);
        var (failed, expected, used) = (0L, 0.0, 0);
        for (var i = 0; i < _weeks.Length; i++)
        {
            (failed, expected, used) = (failed + _failed[i], expected + _expected[i], used + _used[i]);
            if (i >= length)
            {
                (failed, expected, used) = (failed - _failed[i - length], expected - _expected[i - length], used - _used[i - length]);
            }

            if (used == length && expected > 0)
            {
                over[_weeks[i]] += ((failed - expected) * (failed - expected)) - expected;
                squares[_weeks[i]] += expected * expected;
            }
        }

        double[] found = [.. over.Zip(squares).Where(sums => sums.Second > 0).Select(sums => Math.Max(0, sums.First / sums.Second)).Order()];
        return found.Length switch
        {
            0 => 0,
            <= 2 => WithError(found[^1], length),
            _ => WithError(found[^2], length),
        };
    }

    // The estimate of one week is off by about this much (kurtosis of gamma scatter); too small a guess is paid for in false alarms.
    private static double WithError(double dispersion, int length) =>
        dispersion * (1 + (Errors * Math.Sqrt((2 + (6 * dispersion)) * Math.Sqrt(length) / Week)));
}
