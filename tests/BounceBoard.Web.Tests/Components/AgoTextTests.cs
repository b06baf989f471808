using BounceBoard.Web.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Components;

public sealed class AgoTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 16, 9, 12, 44, TimeSpan.Zero);

    [Theory]
    [InlineData(2, "now")]
    [InlineData(45, "45 s ago")]
    [InlineData(60 * 59, "59 min ago")]
    [InlineData(3600 * 3, "3 h ago")]
    [InlineData(86400 * 9, "9 d ago")]
    [InlineData(-720, "in 12 min")]
    public void Relative_Always_UsesTheLargestWholeUnit(int secondsBefore, string expected) =>
        Assert.Equal(expected, AgoText.Relative(Now.AddSeconds(-secondsBefore), Now));

    [Fact]
    public void Absolute_OtherOffset_IsUtc() =>
        Assert.Equal("2026-05-16 07:12:44 UTC", AgoText.Absolute(new DateTimeOffset(2026, 5, 16, 9, 12, 44, TimeSpan.FromHours(2))));
}
