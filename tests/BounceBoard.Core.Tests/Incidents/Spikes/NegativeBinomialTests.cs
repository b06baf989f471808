using BounceBoard.Core.Incidents.Spikes;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents.Spikes;

public sealed class NegativeBinomialTests
{
    [Theory]
    [InlineData(1, 0.3, 0.0)]
    [InlineData(25, 10.0, 0.0)]
    [InlineData(12, 3.5, 0.7)]
    [InlineData(400, 100.0, 0.2)]
    [InlineData(3000, 2500.0, 0.01)]
    [InlineData(2, 1500.0, 2.5)]
    public void AtLeast_AnyCount_IsOneMinusTheSumBelow(int count, double mean, double dispersion)
    {
        var r = 1 / Math.Max(dispersion, 1e-5);
        var (term, sum) = (Math.Exp(-r * Math.Log(1 + (mean / r))), 0.0);
        for (var k = 0; k < count; k++)
        {
            sum += term;
            term *= (k + r) / (k + 1) * (mean / (mean + r));
        }

        Assert.Equal(1 - sum, NegativeBinomial.AtLeast(count, mean, dispersion), 1e-9);
    }

    [Fact]
    public void AtLeast_FarTail_KeepsItsDigits() =>
        // Shape 1 is the geometric distribution: (m / (1 + m))^k.
        Assert.Equal(1, NegativeBinomial.AtLeast(100, 5, 1) / Math.Pow(5.0 / 6, 100), 1e-9);

    [Fact]
    public void AtLeast_Edges_AreCertain() => Assert.Equal((1.0, 0.0), (NegativeBinomial.AtLeast(0, 0, 0), NegativeBinomial.AtLeast(1, 0, 0)));
}
