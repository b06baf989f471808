using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Web.Incidents;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class MxTimelineChartTests
{
    private static readonly DateTimeOffset Seven = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_TwoResolversWithTheSameAnswer_DrawsTheSameSet()
    {
        var chart = MxTimelineChart.Of(
            [Seen("b", 0, 2, "old"), Seen("b", 2, 4, "new"), Seen("a", 0, 4, "old")], Seven.AddHours(1), Seven.AddHours(3), Seven.AddHours(4));
        Assert.Equal(["a", "b"], chart.Rows.Select(row => row.Resolver));
        Assert.Equal(chart.Rows[0].Spans[0].Set, chart.Rows[1].Spans[0].Set);
        Assert.NotEqual(chart.Rows[1].Spans[0].Set, chart.Rows[1].Spans[1].Set);
        Assert.True(chart.FirstRefusal < chart.LastRefusal);
    }

    [Fact]
    public void Of_AnswersOfMonths_ShowsTheTimeAroundTheRefusals()
    {
        var chart = MxTimelineChart.Of([Seen("a", -1000, 3, "old"), Seen("a", 3, 8, "new")], Seven, Seven.AddHours(2), Seven.AddHours(8));
        Assert.InRange(chart.FirstRefusal, 30, 60);
        Assert.InRange(chart.LastRefusal - chart.FirstRefusal, 5, 40);
        Assert.Equal(2, chart.Rows[0].Spans.Count);
        Assert.Equal(0, chart.Rows[0].Spans[0].Left);
    }

    [Fact]
    public void Of_OneMomentOnly_StaysInsideTheFrame()
    {
        var chart = MxTimelineChart.Of([Seen("a", 0, 0, "old")], Seven, Seven, Seven);
        var span = chart.Rows[0].Spans[0];
        Assert.InRange(span.Left, 0, 100);
        Assert.InRange(span.Left + span.Width, 0, 100.001);
    }

    private static MxObservation Seen(string resolver, int from, int until, string host) => new(0, resolver, Seven.AddHours(from), Seven.AddHours(until), new MxAnswer
    {
        Domain = DomainName.Parse("example.net"),
        State = DnsState.Found,
        Rcode = "NOERROR",
        Hosts = [new MxHost(DomainName.Parse($"{host}.example.net"), 10, DnsState.Found, [IPAddress.Parse("192.0.2.1")])],
    });
}
