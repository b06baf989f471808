using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Core.Tests.Incidents.Spikes;

/// <summary>Mail of one scope as it might have been: seeded, so that a test sees the same mail each time.</summary>
/// <param name="Attempts">Per hour, on average over the week.</param>
/// <param name="Share">Usual share of failures.</param>
/// <param name="Dispersion">Scatter of the share beyond chance; 0 is Poisson.</param>
/// <param name="Rhythm">Four times as much at noon as at night, weekends a third.</param>
/// <param name="CampaignsPerWeek">Three hours of ten times the volume, at any time.</param>
/// <param name="Known">Deliveries are counted.</param>
internal sealed record SimulatedScope(double Attempts, double Share, double Dispersion, bool Rhythm, double CampaignsPerWeek, bool Known)
{
    private const int CampaignHours = 3;

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <param name="times">Factor on the failures of an hour, counted from the start.</param>
    public List<HourCount> Run(int seed, int days, Func<int, double>? times = null)
    {
        var chance = new Chance(seed);
        var hours = new List<HourCount>();
        var campaign = 0;
        for (var i = 0; i < days * 24; i++)
        {
            var hour = Start.AddHours(i);
            campaign = campaign > 0 ? campaign - 1 : chance.Uniform() < CampaignsPerWeek / 168 ? CampaignHours : 0;
            var attempts = Attempts * (Rhythm ? Of(hour) : 1) * (campaign > 0 ? 10 : 1);
            var failed = chance.NegativeBinomial(attempts * Share * (times?.Invoke(i) ?? 1), Dispersion);
            var delivered = chance.Poisson(attempts * (1 - Share));
            hours.Add(new HourCount(hour, failed, Known ? delivered : null, failed));
        }

        return hours;
    }

    private static double Of(DateTimeOffset hour) =>
        (1 + (0.6 * Math.Sin((hour.Hour - 6) * Math.PI / 12))) * (hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.4 : 1.24);
}
