using BounceBoard.Core.Incidents.Spikes;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents.Spikes;

/// <summary>A scope that failed as a whole once is not used to it.</summary>
public sealed class RepeatedSpikesTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(13)]
    public void Find_SecondTotalOutageWithinTwoWeeks_FindsBoth(int daysLater)
    {
        var (first, second) = (Start.AddDays(7).AddHours(7), Start.AddDays(7 + daysLater).AddHours(7));
        var spikes = RepeatedSpikes.Find(Hours(first, second), second.AddHours(10));

        Assert.Equal([first, second], spikes.Select(spike => spike.Since));
        Assert.All(spikes, spike => Assert.NotNull(spike.StoppedAt));
    }

    [Fact]
    public void Find_SameHoursInAnyOrder_TheSame()
    {
        var hours = Hours(Start.AddDays(7).AddHours(7), Start.AddDays(12).AddHours(7));

        Assert.Equal(RepeatedSpikes.Find(hours, Start.AddDays(14)), RepeatedSpikes.Find(hours.AsEnumerable().Reverse(), Start.AddDays(14)));
    }

    [Fact]
    public void Find_NoOutage_FindsNone() => Assert.Empty(RepeatedSpikes.Find(Hours(), Start.AddDays(20)));

    // 200 messages an hour arrive; in the two hours from each of these times none does, and 20 people are refused.
    private static List<HourCount> Hours(params DateTimeOffset[] outages) =>
    [
        .. Enumerable.Range(0, 24 * 24).Select(hour => Start.AddHours(hour)).Select(hour =>
            outages.Any(from => hour >= from && hour < from.AddHours(2)) ? new HourCount(hour, 10, 0, 10) : new HourCount(hour, 0, 200, 0)),
    ];
}
