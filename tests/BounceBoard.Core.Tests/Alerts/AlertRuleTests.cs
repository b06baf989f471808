using BounceBoard.Core.Alerts;
using BounceBoard.Core.Verdicts;
using Xunit;

namespace BounceBoard.Core.Tests.Alerts;

public sealed class AlertRuleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // Made with: printf '%s' '1778918400.{"id":"a"}' | openssl dgst -sha256 -hmac secret
    [Fact]
    public void Signature_TestVector_IsWhatOpensslSays() => Assert.Equal(
        "v1=37d7ca399838de9145ab6ec42db00f7c67f9e3acfce81414996bd0b5d0478354",
        AlertSignature.Of("secret", DateTimeOffset.FromUnixTimeSeconds(1778918400), """{"id":"a"}"""u8));

    [Theory]
    [InlineData(1, 15, 30)]
    [InlineData(2, 30, 60)]
    [InlineData(7, 960, 1920)]
    [InlineData(8, 1800, 3600)]
    [InlineData(5000, 1800, 3600)]
    public void Pause_GrowsToAnHour_WithinHalfAndWhole(long failures, double least, double most)
    {
        Assert.Equal(TimeSpan.FromSeconds(least), AlertBackOff.Pause(failures, 0));
        Assert.Equal(TimeSpan.FromSeconds(most), AlertBackOff.Pause(failures, 1));
    }

    [Theory]
    [InlineData(1, 9, false)]
    [InlineData(1, 10, true)]
    [InlineData(0, 10, true)]
    [InlineData(31, 309, false)]
    [InlineData(31, 310, true)]
    public void Escalation_IsDueAtTenfold(long told, long people, bool due) => Assert.Equal(due, AlertEscalation.IsDue(told, people));

    [Theory]
    [InlineData("2026-05-16T20:30:00Z", "2026-05-17T05:00:00Z")]
    [InlineData("2026-05-17T04:59:00Z", "2026-05-17T05:00:00Z")]
    [InlineData("2026-05-17T05:00:00Z", null)]
    [InlineData("2026-05-16T19:59:00Z", null)]
    [InlineData("2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z")]
    public void QuietHours_OverMidnight_EndInTheZonesOwnTime(string now, string? end) => Assert.Equal(
        end is null ? null : DateTimeOffset.Parse(end, null),
        new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), Berlin).HeldUntil(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void QuietHours_EndInTheHourThatDoesNotExist_EndAfterIt() => Assert.Equal(
        DateTimeOffset.Parse("2026-03-29T01:00:00Z", null),
        new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 30), Berlin).HeldUntil(DateTimeOffset.Parse("2026-03-28T23:00:00Z", null)));

    [Theory]
    [InlineData(AlertKind.Opened, Confidence.High, 10, true)]
    [InlineData(AlertKind.Opened, Confidence.Low, 10, false)]
    [InlineData(AlertKind.Opened, null, 10, false)]
    [InlineData(AlertKind.Opened, Confidence.High, 4, false)]
    [InlineData(AlertKind.Recovered, Confidence.High, 10, false)]
    [InlineData(AlertKind.SourceSilent, null, 0, true)]
    [InlineData(AlertKind.DestinationDisabled, null, 0, true)]
    public void Filter_KindConfidenceAndPeople_Decide(AlertKind kind, Confidence? confidence, long people, bool takes) => Assert.Equal(
        takes,
        new AlertFilter(new HashSet<AlertKind> { AlertKind.Opened, AlertKind.SourceSilent }, Confidence.Medium, 5).Takes(kind, confidence, people));
}
