using BounceBoard.Core.RetryBatches;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.RetryBatches;

public sealed class RetryPlanPartsTests
{
    private static readonly PlannedAttempt Ann = new(1, "Ann@example.net", "news@example.com", "bulk", 7);

    public static TheoryData<PlannedAttempt> Others => [
        Ann with { Stage = 2 }, Ann with { Recipient = "ann@example.net" }, Ann with { Sender = "new@example.com" }, Ann with { Pool = null },
        Ann with { Pool = "" }, Ann with { OriginalId = null }, Ann with { Sender = "news@example.comb", Pool = "ulk" }];

    [Theory]
    [MemberData(nameof(Others))]
    public void OfCohort_AnythingDiffers_AnotherHash(PlannedAttempt other)
    {
        Assert.NotEqual(RetryPlanHash.OfCohort([Ann]), RetryPlanHash.OfCohort([other]));
        Assert.NotEqual(RetryPlanHash.OfCohort([Ann, other]), RetryPlanHash.OfCohort([other, Ann]));
        Assert.Equal(RetryPlanHash.OfCohort([Ann, other]), RetryPlanHash.OfCohort([Ann with { }, other with { }]));
    }

    [Fact]
    public void Order_OneBigDomain_SampleMeetsEveryDomainServerAndPool()
    {
        List<(string Domain, string Ip, string Pool)> people =
            [.. Enumerable.Repeat(("a.example", "192.0.2.1", "x"), 50), ("b.example", "192.0.2.1", "x"), ("c.example", "192.0.2.2", "x"), ("a.example", "192.0.2.1", "y")];

        var sample = SampleSpread.Order(people, 4, person => [person.Domain, person.Ip, person.Pool]).Take(4).ToList();

        Assert.Equal(3, sample.Select(person => person.Domain).Distinct().Count());
        Assert.Equal(2, sample.Select(person => person.Ip).Distinct().Count());
        Assert.Equal(2, sample.Select(person => person.Pool).Distinct().Count());
    }

    [Fact]
    public void Order_AnyPeople_NobodyIsLostOrTwiceAndTheAnswerIsTheSame() => Gen.Select(Gen.Int[0, 5].Array[0, 60], Gen.Int[0, 20]).Sample((ways, sample) =>
    {
        var people = ways.Select((way, index) => (way, index)).ToList();
        var ordered = SampleSpread.Order(people, sample, person => [$"{person.way}"]);

        Assert.Equal(people, ordered.OrderBy(person => person.index));
        Assert.Equal(ordered, SampleSpread.Order(people, sample, person => [$"{person.way}"]));
    });

    // 22:00 to 06:00 in Berlin, which is two hours ahead in summer; the clocks go forward on 29 March 2026 from 02:00 to 03:00.
    [Theory]
    [InlineData(540, 1020, "2026-05-16T06:59:00Z", "2026-05-16T07:00:00Z")]
    [InlineData(540, 1020, "2026-05-16T07:00:00Z", "2026-05-16T07:00:00Z")]
    [InlineData(540, 1020, "2026-05-16T14:59:00Z", "2026-05-16T14:59:00Z")]
    [InlineData(540, 1020, "2026-05-16T15:00:00Z", "2026-05-17T07:00:00Z")]
    [InlineData(1320, 360, "2026-05-16T12:00:00Z", "2026-05-16T20:00:00Z")]
    [InlineData(1320, 360, "2026-05-16T23:30:00Z", "2026-05-16T23:30:00Z")]
    [InlineData(1320, 360, "2026-05-17T04:00:00Z", "2026-05-17T20:00:00Z")]
    [InlineData(600, 1440, "2026-05-16T21:59:00Z", "2026-05-16T21:59:00Z")]
    [InlineData(600, 1440, "2026-05-16T22:00:00Z", "2026-05-17T08:00:00Z")]
    [InlineData(150, 300, "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    public void AllowedHours_Next(int from, int until, string now, string expected) => Assert.Equal(
        At(expected), new AllowedHours(from, until, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Next(At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
