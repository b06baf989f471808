using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Verdicts;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.RetryBatches;

public sealed class RetryStagesTests
{
    [Theory]
    [InlineData(812, false, null, "5s4 6s9 203:163 203:163 395:316")]
    [InlineData(812, true, null, "5s4 6s9")]
    [InlineData(812, false, 3, "3s3 203:163 203:163 403:323")]
    [InlineData(8, false, null, "5s5 2:1 1:1")]
    [InlineData(4, false, null, "4s4")]
    [InlineData(2, false, 3, "2s2")]
    [InlineData(0, false, null, "")]
    public void Of_People_SampleThenQuartersThenTheRest(int people, bool sampleOnly, int? size, string expected) => Assert.Equal(
        expected,
        string.Join(' ', RetryStages.Of(people, sampleOnly, size).Select(stage => $"{stage.People}{(stage.IsSample ? "s" : ":")}{stage.LeastAccepted}")));

    [Fact]
    public void Of_AnyCohort_EverybodyOnceInOrderAndNoEmptyStage() => Gen.Select(Gen.Int[1, RetryStages.MostPeople], Gen.Bool, Gen.Int[0, 120]).Sample((people, sampleOnly, size) =>
    {
        var stages = RetryStages.Of(people, sampleOnly, size == 0 ? null : size);
        var sample = stages.Where(stage => stage.IsSample).Sum(stage => stage.People);

        Assert.Equal(Enumerable.Range(1, stages.Count), stages.Select(stage => stage.Number));
        Assert.Equal(sampleOnly ? sample : people, stages.Sum(stage => stage.People));
        Assert.All(stages, stage => Assert.True(stage.People > 0 && stage.LeastAccepted > 0));
        Assert.True(sample >= Math.Min(people, RetryStages.LeastSample));
        Assert.True(stages.Count <= 5);
    });

    [Fact]
    public void Forecast_MoreConfidence_MoreIsExpectedAndTheErrorsAreTheTests()
    {
        var stages = RetryStages.Of(100, false, null);
        var high = RetryForecasts.Of(100, stages, Verdict.Retry, Confidence.High);

        Assert.Equal(85.5, high.ExpectedSaved, 6);
        Assert.True(high.ExpectedSaved > RetryForecasts.Of(100, stages, Verdict.Retry, Confidence.Low).ExpectedSaved);
        Assert.True(RetryForecasts.Of(100, stages, null, null).ExpectedSaved > RetryForecasts.Of(100, stages, Verdict.Suppress, Confidence.High).ExpectedSaved);
        Assert.Equal((SampleTest.Of(11).FalsePass, SampleTest.Of(11).FalseHalt, 7), (high.FalsePass, high.FalseHalt, high.MostRefused));
    }
}
