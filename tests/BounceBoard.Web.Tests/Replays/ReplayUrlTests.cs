using BounceBoard.Web.Replays;
using Xunit;

namespace BounceBoard.Web.Tests.Replays;

public sealed class ReplayUrlTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_Nothing_ProposesTheLastSevenDays()
    {
        var url = ReplayUrl.Read(null, null, null, null, Now);

        Assert.False(url.Asked);
        Assert.Null(url.Problem);
        Assert.Equal(7, url.Days);
        Assert.Equal((new DateTimeOffset(2026, 5, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 17, 0, 0, 0, TimeSpan.Zero)), (url.Range.From, url.Range.Until));
    }

    [Theory]
    [InlineData("2026-05-16", "2026-05-15", "lies before the first")]
    [InlineData("2026-02-15", "2026-05-16", "at most 90")]
    [InlineData("2026-05-16", "2026-05-17", "not later")]
    [InlineData("yesterday", "2026-05-16", "Name both days")]
    [InlineData("2026-05-16", null, "Name both days")]
    public void Read_WhatCannotBeJudged_SaysWhatCan(string from, string? until, string said) =>
        Assert.Contains(said, ReplayUrl.Read(from, until, null, null, Now).Problem, StringComparison.Ordinal);

    [Fact]
    public void ToHref_ReadAgain_IsTheSame()
    {
        var url = ReplayUrl.Read("2026-02-16", "2026-05-16", " Example.NET ", "3", Now);

        Assert.Null(url.Problem);
        Assert.Equal((90, "example.net", 3), (url.Days, url.Scope, url.Page));
        Assert.Equal("/r?from=2026-02-16&until=2026-05-16&scope=example.net&page=3", url.ToHref("/r"));
    }
}
