using BounceBoard.Web.Domains.Health;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

public sealed class ScoreLineTests
{
    private static readonly DateTimeOffset Start = SampleHealth.At;

    [Fact]
    public void Of_TwoScores_StepsAtTheSecondExamination()
    {
        var line = ScoreLine.Of([Point(0, 80), Point(5, 60)], Start, Start.AddDays(10));
        Assert.Equal("M0 20H500L500 40H1000", line.Line);
        Assert.Empty(line.Gaps);
    }

    [Fact]
    public void Of_UnknownBetween_LeavesAGapAndNoZero()
    {
        var line = ScoreLine.Of([Point(0, 80), Point(2, null), Point(5, 60)], Start, Start.AddDays(10));
        Assert.Equal("M0 20H200M500 40H1000", line.Line);
        Assert.Equal([(200, 300)], line.Gaps);
    }

    [Fact]
    public void X_OutsideTheTime_IsAtTheEdge()
    {
        Assert.Equal(0, ScoreLine.X(Start.AddDays(-1), Start, Start.AddDays(10)));
        Assert.Equal(1000, ScoreLine.X(Start.AddDays(11), Start, Start.AddDays(10)));
        Assert.Equal(0, ScoreLine.X(Start, Start, Start));
    }

    private static ScorePoint Point(int day, int? value) => new(Start.AddDays(day), value, (value ?? 0) - 5, (value ?? 95) + 5, "B");
}
