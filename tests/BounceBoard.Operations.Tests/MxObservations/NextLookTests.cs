using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Operations.MxObservations;
using Xunit;

namespace BounceBoard.Operations.Tests.MxObservations;

public sealed class NextLookTests
{
    [Theory]
    [InlineData(10, 300)]
    [InlineData(1800, 1800)]
    [InlineData(86400, 21600)]
    public void After_Answer_WaitsForTheTtlBetweenFiveMinutesAndSixHours(int ttl, int seconds)
    {
        var (pause, failures) = NextLook.After(Answers(DnsState.Found, ttl), 4, 0);
        Assert.Equal((TimeSpan.FromSeconds(seconds), 0L), (pause, failures));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 1.1), NextLook.After(Answers(DnsState.Found, ttl), 0, 1).Pause);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(3, 40)]
    [InlineData(40, 360)]
    public void After_AllUnknown_DoublesUpToSixHours(long failures, int minutes)
    {
        var (pause, inARow) = NextLook.After(Answers(DnsState.Unknown, null), failures, 0);
        Assert.Equal((TimeSpan.FromMinutes(minutes), failures + 1), (pause, inARow));
    }

    private static LookAnswers Answers(DnsState state, int? ttl) =>
        new([("r1", new MxAnswer { Domain = DomainName.Parse("example.net"), State = state, Rcode = "X", Ttl = ttl })], []);
}
