using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Verdicts;
using Xunit;

namespace BounceBoard.Core.Tests.Replays;

public sealed class VerdictDifferenceTests
{
    private static readonly Finding Some = new()
    {
        Verdict = Verdict.Investigate,
        Confidence = Confidence.Medium,
        Cause = Cause.RelayPolicy,
        SubCause = "requires-auth",
        Relation = EndpointRelation.OwnRelay,
        Reasons = [new Reason("first", true, "One."), new Reason("second", false, "Two.")],
    };

    [Fact]
    public void Between_TheSameWithOtherSentences_IsNone()
    {
        var found = VerdictDifference.Between(Some, Some with { Reasons = [new Reason("first", true, "Uno."), new Reason("second", false, "Due.")], Missing = ["x"] });

        Assert.False(found.IsAny);
        Assert.Empty(found.Added);
        Assert.Empty(found.Gone);
    }

    [Fact]
    public void Between_AnotherVerdictConfidenceCauseOrSubCause_IsOne()
    {
        Finding[] others =
        [
            Some with { Verdict = Verdict.Retry }, Some with { Confidence = Confidence.High }, Some with { Cause = Cause.WrongMx }, Some with { SubCause = null },
        ];

        Assert.All(others, other => Assert.True(VerdictDifference.Between(Some, other).IsAny));
    }

    [Fact]
    public void Between_RulesThatCameWentAndChangedSides_NamesThem()
    {
        var now = Some with { Reasons = [new Reason("second", true, "Two, for it."), new Reason("third", true, "Three.")] };

        var found = VerdictDifference.Between(Some, now);

        Assert.Equal([("second", true), ("third", true)], found.Added.Select(reason => (reason.Rule, reason.For)));
        Assert.Equal([("first", true), ("second", false)], found.Gone.Select(reason => (reason.Rule, reason.For)));
    }
}
