using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.History;
using BounceBoard.Storage.Domains;
using BounceBoard.Web.Domains.Health;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

/// <summary>Score, refusals and changes share one time, in the picture and in its table.</summary>
public sealed class ScoreChartTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Until = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    private readonly PageHouse _house = new();

    [Fact]
    public void Bars_DaysOfVeryDifferentSize_AreAllSeenAndInTheirPlace()
    {
        var bars = RefusalBars.Of([Day(-4, 1), Day(-2, 4000), Day(0, 0)], Until.Date.AddDays(-4), Until.Date.AddDays(1));
        Assert.Equal(4000, bars.Most);
        Assert.Equal([(0d, 4d), (400d, 100d)], bars.Bars.Select(bar => (bar.Left, bar.Height)));
        Assert.All(bars.Bars, bar => Assert.Equal(170, bar.Width, 6));
    }

    [Fact]
    public void Bars_DaysOutsideTheTime_AreLeftOut()
    {
        var bars = RefusalBars.Of([Day(-9, 3), Day(-1, 2)], Until.Date.AddDays(-4), Until);
        Assert.Equal(2, bars.Most);
        Assert.Single(bars.Bars);
    }

    [Fact]
    public void Chart_WithEverything_DrawsItAndSaysItInATable()
    {
        var chart = Render(
            [new(Until.AddDays(-40), 80, 70, 90, "B"), new(Until.AddDays(-3), 50, 50, 50, "F")], [Day(-3, 12), Day(-1, 1)],
            [new RecordChange(Until.AddDays(-3), "_dmarc.acme.test", RecordType.Txt, ["a"], ["b"], "first")]);
        Assert.Equal(2, chart.FindAll("rect.bar").Count);
        Assert.Equal(2, chart.FindAll("line.change").Count);
        Assert.Contains("13 refusals of its mail; 1 change of records", chart.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["2026-05-15", "2026-05-13", "2026-04-06"], chart.FindAll("tbody th").Select(cell => cell.TextContent));
        var day = chart.FindAll("tbody tr")[1].TextContent;
        Assert.Contains("50", day, StringComparison.Ordinal);
        Assert.Contains("12", day, StringComparison.Ordinal);
        Assert.Contains("_dmarc.acme.test", day, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_ExaminedOnceLongAgo_StillDrawsTheScoreThatHolds()
    {
        var chart = Render([new(Until.AddDays(-200), 80, 80, 80, "B")], [], []);
        Assert.Equal("M0 20H1000", chart.Find("path.line").GetAttribute("d"));
        Assert.Contains("2026-02-15", chart.Find(".ends").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_NothingKnown_DrawsNothing() => Assert.Empty(Render([], [], []).FindAll("svg"));

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<ScoreChart> Render(IReadOnlyList<ScorePoint> points, IReadOnlyList<SenderDayRow> refusals, IReadOnlyList<RecordChange> changes) =>
        _house.Render<ScoreChart>(at => at.Add(it => it.Points, points).Add(it => it.Since, Until.AddDays(-90)).Add(it => it.Until, Until)
            .Add(it => it.Refusals, refusals).Add(it => it.Changes, changes));

    private static SenderDayRow Day(int day, long refusals) =>
        new() { Day = (Until.AddDays(day) - DateTimeOffset.UnixEpoch).Days, Refusals = refusals };
}
