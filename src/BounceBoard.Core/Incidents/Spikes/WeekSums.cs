namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>Sums of one of the past weeks, by kind of hour.</summary>
internal sealed class WeekSums
{
    private const int Week = 7 * 24;

    // Less than a day says too little to stand as a week among others.
    private const int Fewest = 24;

    // A kind of hour is looked at with half the weight of its neighbours: mail of nine o'clock often leaves at ten.
    private const double Neighbour = 0.5;

    // Worth of the week's own average, in hours, where a kind of hour was seen rarely (or never, as a weekend in the first days).
    private const double Average = 3;

    private readonly double[] _failed = new double[48];
    private readonly double[] _exposure = new double[48];
    private readonly Measure _measure;

    private WeekSums(Measure measure) => _measure = measure;

    public double Exposure { get; private set; }

    public int Hours { get; private set; }

    private double Failed { get; set; }

    /// <summary>The weeks before an hour, latest first, without spiking hours and, for shares, without hours of unknown deliveries.</summary>
    public static IReadOnlyList<WeekSums> Of(HourSeries series, int before, bool[] spiking, Measure measure)
    {
        var weeks = Enumerable.Range(0, Baseline.Weeks).Select(_ => new WeekSums(measure)).ToList();
        for (var i = Math.Max(0, before - (Baseline.Weeks * Week)); i < before; i++)
        {
            if (!spiking[i] && (measure == Measure.Hours || series.Hours[i].Delivered is not null))
            {
                weeks[(before - 1 - i) / Week].Add(series.Hours[i], series.Cells[i]);
            }
        }

        var whole = weeks.Where(week => week.Hours >= Fewest && week.Exposure > 0).ToList();
        return whole.Count > 0 ? whole : [.. weeks.Where(week => week.Exposure > 0).Take(1)];
    }

    /// <summary>Failures per attempt, or per hour of this kind.</summary>
    public double LevelAt(int cell) => _measure == Measure.Share
        ? Failed / Exposure
        : (_failed[cell] + (Average * Failed / Exposure)) / (_exposure[cell] + Average);

    public double ExposureAt(int cell) => _measure == Measure.Share ? Exposure : _exposure[cell];

    /// <summary>Hours that the level of this kind rests on.</summary>
    public double HoursAt(int cell) => _measure == Measure.Share ? Hours : _exposure[cell];

    private void Add(HourCount hour, int cell)
    {
        var exposure = _measure == Measure.Share ? hour.Failed + (hour.Delivered ?? 0) : 1;
        (Failed, Exposure, Hours) = (Failed + hour.Failed, Exposure + exposure, Hours + 1);
        if (_measure == Measure.Hours)
        {
            var day = cell / 24 * 24;
            Add(cell, hour.Failed, 1);
            Add(day + ((cell + 1) % 24), hour.Failed, Neighbour);
            Add(day + ((cell + 23) % 24), hour.Failed, Neighbour);
        }
    }

    private void Add(int cell, double failed, double weight) =>
        (_failed[cell], _exposure[cell]) = (_failed[cell] + (weight * failed), _exposure[cell] + weight);
}
