using BounceBoard.Core.Incidents.Spikes;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents.Spikes;

public sealed class SpikeDetectorTests
{
    // A Monday, four weeks after the first hour.
    private static readonly DateTimeOffset Day = new(2026, 5, 18, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Find_OutageOfThreeHours_SaysSinceStoppedAndHowMany()
    {
        var hours = Usual().Concat([Hour(9, 40, 60, 38), Hour(10, 90, 10, 80), Hour(11, 35, 65, 20), Hour(12, 1, 99), Hour(13, 0, 100)]);
        var spike = Assert.Single(SpikeDetector.Find(hours, Day.AddHours(15)));
        Assert.Equal((Day.AddHours(9), Day.AddHours(12)), (spike.Since, spike.StoppedAt));
        Assert.Equal((165, 300L, 138), (spike.Failed, spike.Attempts, spike.NewPeople));
        Assert.InRange(spike.Expected, 2.9, 3.1);
        Assert.Equal("165 of 300 attempts failed from 2026-05-18 09:00 to 2026-05-18 12:00 UTC; the usual share of 1 % predicts 3.", spike.How);
    }

    [Fact]
    public void Find_EventsArriveLateAndInAnyOrder_SameAsInTime()
    {
        HourCount[] hours = [.. Usual(), Hour(9, 40, 60, 38), Hour(10, 90, 10, 80), Hour(12, 1, 99), Hour(13, 0, 100)];
        var late = hours.Reverse().SelectMany(hour => hour.Failed < 2 ? [hour] : new[] { hour with { Failed = 1, NewPeople = 1 }, hour with { Failed = hour.Failed - 1, NewPeople = hour.NewPeople - 1, Delivered = 0 } });
        Assert.Equal(SpikeDetector.Find(hours, Day.AddHours(15)), SpikeDetector.Find(late, Day.AddHours(15)));
    }

    [Fact]
    public void Find_StillFailing_DoesNotStop() =>
        Assert.Null(Assert.Single(SpikeDetector.Find(Usual().Concat([Hour(9, 40, 60), Hour(10, 45, 55)]), Day.AddHours(10.5))).StoppedAt);

    [Fact]
    public void Find_NothingTriedSince_DoesNotStop() =>
        Assert.Null(Assert.Single(SpikeDetector.Find(Usual().Concat([Hour(9, 40, 0)]), Day.AddDays(2))).StoppedAt);

    [Fact]
    public void Find_FailingPoolDeliversAgain_StopsAtOnce()
    {
        HourCount[] resumed = [.. Usual(), Hour(9, 40, 60), Hour(10, 0, 20) with { DeliveredAlike = 3 }];
        Assert.Equal(Day.AddHours(10), Assert.Single(SpikeDetector.Find(resumed, Day.AddHours(11))).StoppedAt);
        resumed[^1] = resumed[^1] with { DeliveredAlike = 0 };
        Assert.Null(Assert.Single(SpikeDetector.Find(resumed, Day.AddHours(11))).StoppedAt);
    }

    [Fact]
    public void Find_HourIsNotOver_CannotStopYet() =>
        Assert.Null(Assert.Single(SpikeDetector.Find(Usual().Concat([Hour(9, 80, 20), Hour(10, 0, 90), Hour(11, 0, 90)]), Day.AddHours(11.9))).StoppedAt);

    [Fact]
    public void Find_FourPeopleRefusedOverAndOver_IsNoSpike() =>
        Assert.Empty(SpikeDetector.Find(Usual().Concat([Hour(9, 80, 20, 4)]), Day.AddHours(12)));

    [Fact]
    public void Find_CampaignAtTheUsualShare_IsNoSpike() =>
        Assert.Empty(SpikeDetector.Find(Usual().Concat([Hour(9, 11, 989), Hour(10, 9, 991)]), Day.AddHours(12)));

    [Fact]
    public void Find_OutageTheWeekBefore_DoesNotHideTheNext()
    {
        var before = Usual().Select(hour => hour.Hour >= Day.AddDays(-6) && hour.Hour < Day.AddDays(-5.5) ? hour with { Failed = 60, Delivered = 40, NewPeople = 50 } : hour);
        Assert.Equal([Day.AddDays(-6), Day.AddHours(9)], SpikeDetector.Find(before.Concat([Hour(9, 30, 70), Hour(10, 0, 100), Hour(11, 0, 100)]), Day.AddHours(12)).Select(spike => spike.Since));
    }

    [Fact]
    public void Find_NewScopeWhereAllFails_IsASpikeByTheFirstGuess()
    {
        var spike = Assert.Single(SpikeDetector.Find([Hour(9, 15, 0)], Day.AddHours(10)));
        Assert.StartsWith("15 of 15 attempts failed since 2026-05-18 09:00 UTC; with less than a week of history a cautious guess predicts", spike.How, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NewScopeWithAFewFailures_IsNoSpike() => Assert.Empty(SpikeDetector.Find([Hour(9, 6, 20), Hour(10, 5, 20)], Day.AddHours(12)));

    [Fact]
    public void Find_DeliveriesUnknown_ComparesWithTheSameHours()
    {
        // 20 refusals each morning at nine, 2 in any other hour: 20 at nine is usual, 20 at night is not.
        var usual = Usual().Select(hour => hour with { Failed = hour.Hour.Hour == 9 ? 20 : 2, Delivered = null });
        Assert.Empty(SpikeDetector.Find(usual.Concat([Hour(9, 24, null)]), Day.AddHours(10)));
        Assert.StartsWith("24 failures since", Assert.Single(SpikeDetector.Find(usual.Concat([Hour(3, 24, null)]), Day.AddHours(4))).How, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_QuietScope_FiveRefusalsInAnHourStandOut() =>
        Assert.Single(SpikeDetector.Find([new HourCount(Day.AddDays(-20), 1, null, 1), Hour(9, 5, null)], Day.AddHours(10)));

    [Fact]
    public void Find_NothingSeen_Empty() => Assert.Empty(SpikeDetector.Find([], Day));

    [Fact]
    public void Find_ForgedDates_AreLeftOut() =>
        Assert.Empty(SpikeDetector.Find([new HourCount(DateTimeOffset.MinValue, 9, 9, 9), new HourCount(DateTimeOffset.MaxValue, 9, 9, 9)], Day));

    // One failure in a hundred attempts each hour, from a hundred people.
    private static IEnumerable<HourCount> Usual() => Enumerable.Range(0, 28 * 24).Select(i => new HourCount(Day.AddHours(i - (28 * 24)), 1, 99, 1));

    private static HourCount Hour(int hour, long failed, long? delivered, long? people = null) => new(Day.AddHours(hour), failed, delivered, people ?? failed);
}
