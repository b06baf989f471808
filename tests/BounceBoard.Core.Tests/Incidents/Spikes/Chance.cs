namespace BounceBoard.Core.Tests.Incidents.Spikes;

/// <summary>Seeded random counts.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public double Uniform() => _random.NextDouble();

    /// <summary>Variance = mean + dispersion × mean²: a Poisson count around a gamma mean.</summary>
    public long NegativeBinomial(double mean, double dispersion) =>
        Poisson(dispersion <= 0 ? mean : Gamma(1 / dispersion) * mean * dispersion);

    public long Poisson(double mean)
    {
        if (mean > 200)
        {
            return Math.Max(0, (long)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        // Sums of Poisson counts are Poisson counts; in parts, the product below does not underflow.
        var count = 0L;
        for (; mean > 30; mean -= 30)
        {
            count += Small(30);
        }

        return count + Small(mean);
    }

    private long Small(double mean)
    {
        var (count, product, limit) = (0L, Uniform(), Math.Exp(-mean));
        for (; product > limit; product *= Uniform())
        {
            count++;
        }

        return count;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    // Marsaglia and Tsang (2000), with the usual step for shapes below one.
    private double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var normal = Normal();
            var v = Math.Pow(1 + (normal / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - Uniform()) < (normal * normal / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
