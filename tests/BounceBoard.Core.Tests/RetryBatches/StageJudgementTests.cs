using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using Xunit;

namespace BounceBoard.Core.Tests.RetryBatches;

public sealed class StageJudgementTests
{
    // 5 and 6 of the sample, then 25, 25 and 39.
    private static readonly RetryPlan Plan = Of(RetryStages.Of(100, false, null));

    [Theory]
    [InlineData(5, 0, 0, 0, 0, StageDecision.Next)]
    [InlineData(4, 1, 0, 0, 0, StageDecision.More)]
    [InlineData(4, 0, 0, 1, 0, StageDecision.More)]
    [InlineData(3, 2, 0, 0, 0, StageDecision.Halt)]
    [InlineData(3, 1, 0, 1, 0, StageDecision.Halt)]
    [InlineData(0, 2, 3, 0, 0, StageDecision.Halt)]
    [InlineData(4, 0, 1, 0, 0, StageDecision.Undecided)]
    [InlineData(0, 0, 5, 0, 0, StageDecision.Undecided)]
    [InlineData(3, 0, 0, 0, 2, StageDecision.Next)]
    [InlineData(2, 0, 0, 0, 3, StageDecision.Halt)]
    [InlineData(0, 0, 0, 0, 5, StageDecision.Halt)]
    public void Of_FirstGroup(int accepted, int refused, int open, int doubt, int skipped, StageDecision expected) =>
        Assert.Equal(expected, StageJudgement.Of(Plan, 1, [new(1, accepted, refused, open, doubt, skipped)]).Decision);

    [Theory]
    [InlineData(4, 5, StageDecision.Next)]
    [InlineData(5, 4, StageDecision.Next)]
    [InlineData(4, 4, StageDecision.Halt)]
    public void Of_SecondGroup_BothCount(int first, int second, StageDecision expected) => Assert.Equal(
        expected, StageJudgement.Of(Plan, 2, [new(1, first, 5 - first, 0, 0, 0), new(2, second, 6 - second, 0, 0, 0)]).Decision);

    [Theory]
    [InlineData(20, 5, StageDecision.Next)]
    [InlineData(19, 6, StageDecision.Halt)]
    [InlineData(0, 0, StageDecision.Next)]
    public void Of_Quarter_OnlyItsOwnCount(int accepted, int refused, StageDecision expected)
    {
        var judged = StageJudgement.Of(
            Plan, 3, [new(1, 4, 1, 0, 0, 0), new(2, 5, 1, 0, 0, 0), new(3, accepted, refused, 0, 0, 25 - accepted - refused)]);

        Assert.Equal(expected, judged.Decision);
        Assert.Contains("accepted", accepted + refused > 0 ? judged.Words : "accepted", StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Halt_SaysHowManyWereLostAndMightBe() => Assert.Equal(
        "3 of 5 were accepted: 2 were not, at most 1 may be. Nobody else is sent to.", StageJudgement.Of(Plan, 1, [new(1, 3, 2, 0, 0, 0)]).Words);

    private static RetryPlan Of(IReadOnlyList<RetryStage> stages) => new()
    {
        IncidentId = 1,
        CohortHash = "",
        People = 100,
        LeftOut = [],
        Stages = stages,
        Route = new PlannedRoute(1, "relay", SendingRouteKind.Submission, 1, "relay.example.net:587, STARTTLS", true),
        Limits = new RetryLimits
        {
            RatePerMinute = 1,
            PerPerson = 3,
            PerPersonDays = 7,
            PerDomainDay = 500,
            PerDay = 2000,
            ObserveMinutes = 60,
            ApprovalMinutes = 60,
            ApproveEachStage = true,
        },
        Guards = [],
        Originals = 0,
        PathDiffers = [],
        Forecast = new RetryForecast(1, 0, 0, 1, 1),
    };
}
