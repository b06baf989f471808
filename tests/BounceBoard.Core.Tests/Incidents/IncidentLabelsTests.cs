using BounceBoard.Core.Incidents;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents;

public sealed class IncidentLabelsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, "New")]
    [InlineData(25, "")]
    public void Of_Age_NewForADay(int hoursAgo, string expected) =>
        Assert.Equal(expected, Text(IncidentState.Open, Now.AddHours(-hoursAgo), null, Hours(1, 0)));

    [Fact]
    public void Of_RegressedToday_IsNotCalledNew() => Assert.Equal("Regressed", Text(IncidentState.Open, Now, Now, Hours(1, 0)));

    [Theory]
    [InlineData(1, 3, "Escalating")]
    [InlineData(1, 2, "")]
    [InlineData(0, 50, "")]
    public void Of_LastSixHoursAgainstBefore_ThreefoldEscalates(long before, long late, string expected) =>
        Assert.Equal(expected, Text(IncidentState.Open, Now.AddDays(-9), null, Hours(before, late)));

    [Fact]
    public void Of_FewRefusals_NeverEscalate() =>
        Assert.Equal("", Text(IncidentState.Open, Now.AddDays(-9), null, [1, .. new long[41], 9, 0, 0, 0, 0, 0]));

    [Theory]
    [InlineData(IncidentState.Resolved)]
    [InlineData(IncidentState.Dismissed)]
    [InlineData(IncidentState.Merged)]
    public void Of_Closed_Nothing(IncidentState state) => Assert.Equal("", Text(state, Now, Now, Hours(1, 99)));

    [Fact]
    public void Of_Recovering_DoesNotEscalate() => Assert.Equal("New", Text(IncidentState.Recovering, Now, null, Hours(1, 99)));

    private static string Text(IncidentState state, DateTimeOffset opened, DateTimeOffset? regressed, IReadOnlyList<long> hours) =>
        string.Join(' ', IncidentLabels.Of(state, opened, regressed, hours, Now));

    private static long[] Hours(long before, long late) => [.. Enumerable.Repeat(before, 42), .. Enumerable.Repeat(late, 6)];
}
