using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents;

public sealed class DismissalTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void IsMet_Date_OnlyWhenItCameAndSomethingWasRefusedSince()
    {
        var until = new Dismissal(DismissUntil.Date, Now, null, null);
        Assert.True(until.IsMet(new DismissalFacts(1, 0, null), Now));
        Assert.False(until.IsMet(new DismissalFacts(1, 0, null), Now.AddMinutes(-1)));
        Assert.False(until.IsMet(new DismissalFacts(0, 0, null), Now.AddDays(1)));
    }

    [Theory]
    [InlineData(4, 9, false)]
    [InlineData(5, 0, true)]
    public void IsMet_Refusals_CountsRefusalsAlone(long refusals, long people, bool met) =>
        Assert.Equal(met, new Dismissal(DismissUntil.Refusals, null, 5, null).IsMet(new DismissalFacts(refusals, people, null), Now));

    [Theory]
    [InlineData(99, 4, false)]
    [InlineData(5, 5, true)]
    public void IsMet_People_CountsNewPeopleAlone(long refusals, long people, bool met) =>
        Assert.Equal(met, new Dismissal(DismissUntil.People, null, 5, null).IsMet(new DismissalFacts(refusals, people, null), Now));

    [Theory]
    [InlineData(Verdict.Investigate, false)]
    [InlineData(Verdict.Retry, true)]
    public void IsMet_VerdictChange_WhenItIsAnotherOne(Verdict now, bool met) =>
        Assert.Equal(met, new Dismissal(DismissUntil.VerdictChange, null, null, Verdict.Investigate).IsMet(new DismissalFacts(9, 9, now), Now));

    [Fact]
    public void IsMet_Never_Never() =>
        Assert.False(new Dismissal(DismissUntil.Never, null, null, null).IsMet(new DismissalFacts(long.MaxValue, long.MaxValue, Verdict.Suppress), Now.AddYears(9)));

    [Fact]
    public void Problem_PastDateOrNoNumber_SaysWhatIsAllowed()
    {
        Assert.NotNull(new Dismissal(DismissUntil.Date, Now, null, null).Problem(Now));
        Assert.NotNull(new Dismissal(DismissUntil.Refusals, null, 0, null).Problem(Now));
        Assert.NotNull(new Dismissal(DismissUntil.People, null, Dismissal.Most + 1, null).Problem(Now));
        Assert.Null(new Dismissal(DismissUntil.People, null, 1, null).Problem(Now));
        Assert.Null(new Dismissal(DismissUntil.Never, null, null, null).Problem(Now));
    }
}
