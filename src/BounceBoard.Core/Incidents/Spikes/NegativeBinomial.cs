namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>
/// Counts that scatter more than pure chance: variance = mean + dispersion × mean². Mail comes in campaigns, and refusals come with it; a Poisson
/// test would call every campaign a spike.
/// </summary>
public static class NegativeBinomial
{
    // Below this it is the Poisson distribution to within what any mail log could show.
    private const double LeastDispersion = 1e-5;

    /// <summary>Chance of at least so many.</summary>
    /// <param name="dispersion">Scatter beyond pure chance; 0 is the Poisson distribution.</param>
    public static double AtLeast(long count, double mean, double dispersion)
    {
        if (count <= 0)
        {
            return 1;
        }

        if (mean <= 0)
        {
            return 0;
        }

        var spread = Math.Max(dispersion, LeastDispersion);
        return IncompleteBeta.Regularized(count, 1 / spread, mean * spread / (1 + (mean * spread)));
    }

    /// <summary>Chance of at most so many.</summary>
    public static double AtMost(long count, double mean, double dispersion) => 1 - AtLeast(count + 1, mean, dispersion);
}
