using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

public sealed class ScoreFormulaTests
{
    [Theory]
    [InlineData(DomainProfile.Sending)]
    [InlineData(DomainProfile.Parked)]
    public void Lines_OfEachProfile_SumToAHundred(DomainProfile profile) => Assert.Equal(100, ScoreFormula.Lines(profile).Sum(line => line.Most));

    [Fact]
    public void Lines_ByGroup_AreThoseOfVersionOne() =>
        Assert.Equal([40, 25, 20, 15], ScoreFormula.Lines(DomainProfile.Sending).GroupBy(line => line.Group).Select(group => group.Sum(line => line.Most)));

    [Theory]
    [InlineData(100, "A")]
    [InlineData(90, "A")]
    [InlineData(89, "B")]
    [InlineData(80, "B")]
    [InlineData(70, "C")]
    [InlineData(60, "D")]
    [InlineData(59, "F")]
    [InlineData(0, "F")]
    public void GradeOf_Score_IsALetter(int score, string grade) => Assert.Equal(grade, ScoreFormula.GradeOf(score));

    [Fact]
    public void Text_NamesEveryLineAndCap()
    {
        var text = ScoreFormula.Text();
        Assert.All(Enum.GetValues<DomainProfile>().SelectMany(ScoreFormula.Lines), line => Assert.Contains($"| {line.Title} | {line.Most} |", text, StringComparison.Ordinal));
        Assert.All(ScoreFormula.Caps, cap => Assert.Contains($"| {cap.Fault} | {cap.Most} |", text, StringComparison.Ordinal));
    }
}
