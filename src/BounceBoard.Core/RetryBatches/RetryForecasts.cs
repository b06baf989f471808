using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.RetryBatches;

/// <summary>What a batch may bring and cost.</summary>
public static class RetryForecasts
{
    /// <param name="people">Recipients of the batch; at least one.</param>
    /// <param name="stages">Of the batch, the sample's among them.</param>
    public static RetryForecast Of(int people, IReadOnlyList<RetryStage> stages, Verdict? verdict, Confidence? confidence)
    {
        var test = SampleTest.Of(stages.Where(stage => stage.IsSample).Sum(stage => stage.People));
        var saved = people * Chance(verdict, confidence) * SampleTest.Right;
        return new RetryForecast(saved, test.FalsePass, test.FalseHalt, test.MostRefused, test.ExpectedSample);
    }

    /// <summary>Chance that the path is right again, 0 to 1: what a verdict of each confidence is held to, not a measured figure.</summary>
    public static double Chance(Verdict? verdict, Confidence? confidence) => (verdict, confidence) switch
    {
        (Verdict.Retry, Confidence.High) => 0.9,
        (Verdict.Retry, Confidence.Medium) => 0.75,
        (Verdict.Retry, _) => 0.6,
        (Verdict.Suppress, _) => 0.05,
        (Verdict.Investigate or null, _) => 0.3,
    };
}
