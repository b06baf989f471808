namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>
/// What a scope's own past four weeks predict: the median of the weeks, so that one week's outage is no habit and what happens every week is. Before
/// there is a past, a first guess that the past soon outweighs.
/// </summary>
public sealed class Baseline
{
    /// <summary>How far back it looks.</summary>
    public const int Weeks = 4;

    private const int Week = 7 * 24;
    private const int Cells = 48;

    // Weak guesses: one failure in twenty attempts, or one in an hour, each worth one failure of evidence.
    private const double FirstAttempts = 20;
    private const double FirstHours = 1;

    // With less than a week of history the scatter is not known yet: as much as counts of campaigns usually have, less for shares.
    private const double FirstOfHours = 0.5;
    private const double FirstOfShares = 0.1;

    private readonly double[] _levels;
    private readonly double[] _doubts;
    private readonly Measure _measure;
    private readonly Dictionary<int, double> _dispersions;

    private Baseline(Measure measure, double[] levels, double[] doubts, Dictionary<int, double> dispersions, double hours) =>
        (_measure, _levels, _doubts, _dispersions, Hours) = (measure, levels, doubts, dispersions, hours);

    /// <summary>Hours of history it was learned from; under 168 it rests on a guess in part.</summary>
    public double Hours { get; }

    /// <summary>Learns from the hours before one.</summary>
    /// <param name="spiking">Hours that are left out.</param>
    internal static Baseline Of(HourSeries series, int before, bool[] spiking, Measure measure)
    {
        var past = WeekSums.Of(series, before, spiking, measure);
        var exposure = past.Sum(week => week.Exposure);
        var hours = past.Sum(week => week.Hours);
        var first = measure == Measure.Share ? FirstAttempts : FirstHours;
        var levels = new double[Cells];
        var (doubts, hoursAt) = (new double[Cells], new double[Cells]);
        for (var cell = 0; cell < Cells; cell++)
        {
            var usual = Median([.. past.Select(week => week.LevelAt(cell))]);
            levels[cell] = (1 + (usual * exposure)) / (first + exposure);
            // How far the level itself may be off, as the scatter that it adds.
            doubts[cell] = 1 / (1 + (usual * past.Sum(week => week.ExposureAt(cell))));
            hoursAt[cell] = past.Sum(week => week.HoursAt(cell));
        }

        var plain = new Baseline(measure, levels, doubts, [], hours);
        var unknown = (measure == Measure.Share ? FirstOfShares : FirstOfHours) * Math.Max(0, 1 - (hours / (double)Week));
        var scatter = new Scatter(series, before, spiking, plain);
        var dispersions = SpikeLevel.Windows.ToDictionary(length => length, length => Math.Max(unknown, scatter.Of(length)));
        double[] all = [.. doubts.Select((doubt, cell) => doubt + (dispersions[1] / (1 + hoursAt[cell])))];
        return new Baseline(measure, levels, all, dispersions, hours);
    }

    /// <summary>Failures expected in an hour, given its attempts where deliveries are known.</summary>
    public double Expected(HourCount hour) => Expected(hour, CellOf(hour.Hour));

    internal double Expected(HourCount hour, int cell) => (_measure == Measure.Share ? hour.Failed + (hour.Delivered ?? 0) : 1) * _levels[cell];

    /// <summary>Chance that so many failures or more come by themselves.</summary>
    /// <param name="window">Hours in a row, of one of the tested lengths.</param>
    internal double Chance(ReadOnlySpan<HourCount> window)
    {
        var (failed, expected) = (0L, 0.0);
        foreach (var hour in window)
        {
            failed += hour.Failed;
            expected += Expected(hour);
        }

        return failed <= expected ? 1 : NegativeBinomial.AtLeast(failed, expected, Dispersion(window.Length) + _doubts[CellOf(window[^1].Hour)]);
    }

    /// <summary>Scatter of windows of a length around a level, beyond pure chance.</summary>
    internal double Dispersion(int length) => _dispersions[length];

    /// <summary>Hour of the day, and whether it is a weekend's (UTC).</summary>
    internal static int CellOf(DateTimeOffset hour) => hour.Hour + (hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 24 : 0);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? 0 : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
