using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>One server passes on what another said: the reason names the one that must act, and nobody is blamed for carrying the message.</summary>
public sealed class GatewayRulesTests
{
    private static readonly RefusalHop Gateway = new("mx1.example.net", IPAddress.Parse("198.51.100.7"), 25, "550 5.7.1", FieldSource.Stated);
    private static readonly RefusalHop Inner = new("inner.example.net", IPAddress.Parse("203.0.113.9"), null, "550 5.7.1 Unable to relay", FieldSource.Stated);

    [Fact]
    public void Decide_TheMxQuotesTheServerBehindIt_TheInnerOneMustAct()
    {
        var found = Decide(Refused.From(EndpointRelation.CurrentMx), EndpointRelation.Foreign);

        Assert.Equal((Verdict.Investigate, Cause.ReceiverMisconfigured, "gateway-behind-gateway"), (found.Verdict, found.Cause, found.SubCause));
        Assert.Contains("inner.example.net (203.0.113.9) must act", found.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Contains(found.Reasons, reason => reason.Rule == "passed-on");
    }

    [Fact]
    public void Decide_AGatewayTookTheMessageAndReportsTheServerBehindIt_IsNoWrongRoute()
    {
        var facts = Refused.From(EndpointRelation.Foreign) with { Endpoint = new RemoteEndpoint(Inner.Mta, Inner.Ip) };
        var found = Decide(facts, EndpointRelation.CurrentMx);

        Assert.Equal((Cause.ReceiverMisconfigured, "gateway-behind-gateway"), (found.Cause, found.SubCause));
        Assert.DoesNotContain(found.Fix, step => step.Contains("sending host", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_AGatewayThatIsNoMxTookTheMessage_StaysAWrongRoute()
    {
        var facts = Refused.From(EndpointRelation.Foreign) with { Endpoint = new RemoteEndpoint(Inner.Mta, Inner.Ip) };

        Assert.Equal(Cause.WrongMx, Decide(facts, EndpointRelation.Foreign).Cause);
    }

    [Theory]
    [InlineData(EndpointRelation.CurrentMx, Cause.ReceiverMisconfigured)]
    [InlineData(EndpointRelation.Foreign, Cause.WrongMx)]
    [InlineData(EndpointRelation.FormerMx, Cause.WrongMx)]
    [InlineData(EndpointRelation.Unknown, Cause.Undetermined)]
    public void Decide_OurOwnRelayQuotesAnother_ItIsNotOurRelaysPolicy(EndpointRelation other, Cause cause)
    {
        var found = Decide(Refused.From(EndpointRelation.OwnRelay), other);

        Assert.Equal((cause, "gateway-behind-gateway"), (found.Cause, found.SubCause));
        Assert.Contains("inner.example.net", found.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_OurOwnRelayQuotesOurOwnServer_IsOurRelaysPolicy() =>
        Assert.Equal(Cause.RelayPolicy, Decide(Refused.From(EndpointRelation.OwnRelay), EndpointRelation.OwnRelay).Cause);

    [Fact]
    public void Decide_TheMxQuotesADeadMailbox_IsSuppressedAsBefore() =>
        Assert.Equal(Verdict.Suppress, VerdictRules.Decide(
            Refused.DeadMailbox() with { PassedOn = new PassedOn(Gateway, Inner, false, EndpointRelation.Foreign) }, Refused.At.AddDays(2)).Verdict);

    [Fact]
    public void Of_TheReportNamesOneServer_IsNull() => Assert.Null(PassedOn.Of(new RemoteEndpoint("mx1.example.net", null), [], EndpointRelation.Unknown));

    [Fact]
    public void OtherThan_TheEndpointIsTheInnerOne_IsTheOuterOne()
    {
        Assert.Equal("mx1.example.net", PassedOn.OtherThan(new RemoteEndpoint("inner.example.net", null), [Gateway, Inner])?.Name);
        Assert.Equal("inner.example.net", PassedOn.OtherThan(new RemoteEndpoint("mx1.example.net", null), [Gateway, Inner])?.Name);
    }

    private static Finding Decide(RefusalFacts facts, EndpointRelation other) => VerdictRules.Decide(
        facts with { DeliveredByPool = new Dictionary<string, long>(), PassedOn = PassedOn.Of(facts.Endpoint, [Gateway, Inner], other) }, Refused.At.AddHours(1));
}
