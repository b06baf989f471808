using BounceBoard.Web.RetryBatches;
using Xunit;

namespace BounceBoard.Web.Tests.RetryBatches;

public sealed class RetryWordsTests
{
    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0004, "under 0.1 %")]
    [InlineData(0.031, "3.1 %")]
    [InlineData(0.9996, "100 %")]
    public void Chance_IsSaidAsAPersonSaysIt(double chance, string said) => Assert.Equal(said, RetryWords.Chance(chance));

    [Theory]
    [InlineData(1, "1 mail")]
    [InlineData(1200, "1,200 mails")]
    public void Mails_SayTheirNumber(int count, string said) => Assert.Equal(said, RetryWords.Mails(count));

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(1439, "23:59")]
    [InlineData(1440, "00:00")]
    public void Clock_IsTheHourOfTheDay(int minutes, string said) => Assert.Equal(said, RetryWords.Clock(minutes));
}
