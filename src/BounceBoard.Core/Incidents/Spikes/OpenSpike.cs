namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>A spike whose end the walk has not met yet.</summary>
/// <param name="since">Index of its first hour.</param>
internal sealed class OpenSpike(int since, double chance, Baseline baseline)
{
    public int Since { get; } = since;

    public double Chance { get; } = chance;

    /// <summary>What it was measured against when it began.</summary>
    public Baseline Baseline { get; } = baseline;

    /// <summary>Its hours outside the baseline; the quieter ones between them do not thin it out.</summary>
    public HourTotals Failing { get; private set; } = HourTotals.None;

    /// <summary>Index of the first hour inside the baseline since the last one outside it.</summary>
    public int? CalmSince { get; private set; }

    private HourTotals Quiet { get; set; } = HourTotals.None;

    public void Outside(HourCount hour) => (Failing, CalmSince, Quiet) = (Failing.With(hour), null, HourTotals.None);

    /// <returns>True when it is over.</returns>
    public bool Inside(HourCount hour, int index)
    {
        CalmSince ??= index;
        Quiet = Quiet.With(hour);
        return Calm.IsCertain(Failing, Quiet, Baseline);
    }
}
