namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>How sure a spike must be.</summary>
public static class SpikeLevel
{
    /// <summary>
    /// Spikes per scope and day that chance alone may raise: one in 1,000 scope-days, so that a tenant with 100 busy scopes sees one in ten days. It holds
    /// once a week of history is there; before, it holds only as far as <see cref="Baseline"/>'s first guess does.
    /// </summary>
    public const double FalseAlarmsPerScopeAndDay = 0.001;

    /// <summary>Distinct people below which failures are a matter of single addresses, whatever the counts.</summary>
    public const int FewestPeople = 5;

    /// <summary>An hour is inside the baseline unless chance would make it so high in fewer than one hour of a hundred.</summary>
    internal const double Inside = 0.01;

    /// <summary>Calm is believed when a spike that still went on would be so quiet in fewer than one case of twenty.</summary>
    internal const double StillOn = 0.05;

    /// <summary>Lengths of the windows in hours: an outburst shows in one hour, a small scope's only in several.</summary>
    internal static readonly int[] Windows = [1, 2, 6];

    /// <summary>
    /// Each scope is looked at 24 times a day with each window. The looks overlap and are dependent, so that sharing the level out among them all
    /// (Bonferroni) errs on the quiet side.
    /// </summary>
    internal const double PerLook = FalseAlarmsPerScopeAndDay / (24 * 3);
}
