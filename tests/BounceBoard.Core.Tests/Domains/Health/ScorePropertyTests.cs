using BounceBoard.Core.Domains.Health;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>What must hold of the score for every domain.</summary>
public sealed class ScorePropertyTests
{
    private const long Domains = 3000;
    private const double Dust = 1e-4;

    [Fact]
    public void Judge_AnAspectPutInOrder_NeverLowersTheScore() =>
        Gen.Select(AnyDomain.Gen, Gen.Int[0, AnyDomain.Aspects - 1]).Sample(
            (states, aspect) =>
            {
                // What is not known is no issue, and may turn out to be bad.
                int[] mended = [.. states.Select((state, i) => i == aspect && state < AnyDomain.StatesOf(i) - 1 ? 0 : state)];
                var (before, after) = (HealthRules.Judge(AnyDomain.Of(states)).Score, HealthRules.Judge(AnyDomain.Of(mended)).Score);
                Assert.True(after.Value >= (before.Value ?? 0) && after.Low >= before.Low, $"aspect {aspect}: {before.Value} ({before.Low}) to {after.Value} ({after.Low})");
            }, iter: Domains);

    [Fact]
    public void Judge_AnAspectThatIsNotKnown_OnlyWidensTheRange() =>
        Gen.Select(AnyDomain.Gen, Gen.Int[0, AnyDomain.Aspects - 1]).Sample(
            (states, aspect) =>
            {
                int[] hidden = [.. states.Select((state, i) => i == aspect ? AnyDomain.StatesOf(i) - 1 : state)];
                var (before, after) = (HealthRules.Judge(AnyDomain.Of(states)).Score, HealthRules.Judge(AnyDomain.Of(hidden)).Score);
                // Caps are compared apart: one that is not known does not hold.
                var (low, high) = (Sum(before, part => part.Won ?? 0), Sum(before, part => (part.Won ?? 0) + part.Unknown));
                Assert.True(Sum(after, part => part.Won ?? 0) <= low + Dust && Sum(after, part => (part.Won ?? 0) + part.Unknown) >= high - Dust, $"aspect {aspect} from {states[aspect]}");
            }, iter: Domains);

    [Fact]
    public void Judge_EveryLostPoint_BelongsToAnIssue() =>
        AnyDomain.Gen.Sample(
            states =>
            {
                var health = HealthRules.Judge(AnyDomain.Of(states));
                Assert.All(health.Checks.Where(check => check.LostPoints > 0), check => Assert.True(check.IsIssue, check.Key));
                Assert.All(health.Issues, check => Assert.NotNull(check.Advice));
                Assert.Equal(health.Score.Parts.Sum(part => part.Lost), health.Checks.Sum(check => check.LostPoints), 3);
                Assert.All(health.Score.Parts, part => Assert.True(part.Lost > -Dust && part.Won is null or >= 0 && part.Unknown >= 0, part.Id));
                Assert.Equal(health.Checks.Count, health.Checks.Select(check => check.Key).Distinct().Count());
                Assert.Equal(100, health.Score.Parts.Sum(part => part.Most));
            }, iter: Domains);

    [Fact]
    public void Judge_AnyDomain_KeepsTheScoreInItsRangeAndUnderItsCaps() =>
        AnyDomain.Gen.Sample(
            states =>
            {
                var score = HealthRules.Judge(AnyDomain.Of(states)).Score;
                Assert.True(score.Low <= (score.Value ?? score.Low) && (score.Value ?? score.High) <= score.High && score.High <= 100);
                Assert.All(score.Caps, cap => Assert.True(score.High <= cap.Most));
            }, iter: Domains);

    private static double Sum(HealthScore score, Func<ScorePart, double> points) => score.Parts.Sum(points);
}
