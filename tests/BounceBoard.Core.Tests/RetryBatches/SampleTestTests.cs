using BounceBoard.Core.RetryBatches;
using Xunit;

namespace BounceBoard.Core.Tests.RetryBatches;

public sealed class SampleTestTests
{
    [Fact]
    public void Of_Standard_FiveThenElevenAndBothErrorsBelowFivePercent()
    {
        var test = SampleTest.Of(SampleTest.Standard);

        Assert.Equal([new SampleGroup(5, 4, 5), new SampleGroup(6, 9, 9)], test.Groups);
        Assert.Equal(0.0483, test.FalsePass, 4);
        Assert.Equal(0.0293, test.FalseHalt, 4);
        Assert.Equal(6.22, test.ExpectedSample, 2);
        Assert.Equal(7, test.MostRefused);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(14)]
    public void Of_EverySequenceOfOutcomesPlayed_TheSameErrors(int people)
    {
        var test = SampleTest.Of(people);

        Assert.Equal(Played(test, people, SampleTest.Wrong), test.FalsePass, 12);
        Assert.Equal(1 - Played(test, people, SampleTest.Right), test.FalseHalt, 12);
    }

    [Fact]
    public void Of_AnySize_PeopleAddUpAndNoLaxTestIsCalledGood()
    {
        for (var people = 1; people <= SampleTest.Largest; people++)
        {
            var test = SampleTest.Of(people);
            Assert.Equal(people, test.Groups.Sum(group => group.People));
            Assert.True(test.FalsePass <= SampleTest.Level || test.Groups is [{ LeastAccepted: var all, Enough: var enough }] && all == people && enough == people);
            Assert.True(people < SampleTest.Standard || test.FalseHalt <= SampleTest.Level);
            Assert.InRange(test.ExpectedSample, 1, people);
            Assert.InRange(test.MostRefused, 1, people);
        }
    }

    // Each of the 2^n ways in which n mails can end.
    private static double Played(SampleTest test, int people, double accepts)
    {
        var passes = 0.0;
        for (var way = 0; way < 1 << people; way++)
        {
            var accepted = int.PopCount(way);
            passes += Passes(test, way) ? Math.Pow(accepts, accepted) * Math.Pow(1 - accepts, people - accepted) : 0;
        }
        return passes;
    }

    private static bool Passes(SampleTest test, int way)
    {
        var (sent, accepted) = (0, 0);
        foreach (var group in test.Groups)
        {
            for (var mail = 0; mail < group.People; mail++, sent++)
            {
                accepted += (way >> sent) & 1;
            }
            if (accepted >= group.Enough || accepted < group.LeastAccepted)
            {
                return accepted >= group.Enough;
            }
        }
        return false;
    }
}
