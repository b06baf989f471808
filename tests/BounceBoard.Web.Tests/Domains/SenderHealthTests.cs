using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Verdicts;
using BounceBoard.Web.Incidents;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

public sealed class SenderHealthTests
{
    private static readonly SenderHealth NeverExamined = new(SampleHealth.Domain, SampleHealth.At, null);

    [Theory]
    [InlineData(Cause.WrongMx, "Not the cause: the mail went to a server that is no MX of the recipient.")]
    [InlineData(Cause.BadAddress, "Not the cause: the recipient's address was refused.")]
    [InlineData(Cause.ReceiverIncident, "Not the cause: the fault is at the receiver.")]
    public void Bearing_CauseElsewhere_SaysThatHealthIsNotTheCause(Cause cause, string said) => Assert.Equal(said, NeverExamined.Bearing(cause));

    [Fact]
    public void Bearing_SpfOfTheMailItselfFailed_MayBeTheCause()
    {
        var failed = NeverExamined with { Sent = new SentThen(null, null, "s1", null, DnsState.Absent) };
        Assert.Contains("may be the cause", failed.Bearing(Cause.OtherPolicy), StringComparison.Ordinal);
    }

    [Fact]
    public void Bearing_NoFault_DoesNotClaimMoreThanProbably() =>
        Assert.Contains("probably not the cause", NeverExamined.Bearing(Cause.OtherPolicy), StringComparison.Ordinal);
}
