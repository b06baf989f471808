using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Routes;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Endpoints;

/// <summary>What our own configuration says of an endpoint comes before what DNS says.</summary>
public sealed class ConfiguredRoutesTests
{
    private const string Domain = "example.net";
    private static readonly MxObservation[] Live = [Mx.Seen("r1", 6, Domain, "mx1.example.net 198.51.100.7")];
    private static readonly OutboundRoute Smarthost = Route(RouteKind.Smarthost, "*", "relay.isp.test", "203.0.113.200");

    [Theory]
    [InlineData("relay.isp.test", null)]
    [InlineData("Relay.ISP.test.", "203.0.113.201")]
    [InlineData(null, "203.0.113.200")]
    public void Compare_Smarthost_OwnRelay(string? name, string? ip) =>
        Assert.Equal(EndpointRelation.OwnRelay, Compare(name, ip, Live, Smarthost).Relation);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.9.8.7")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("192.0.2.99")]
    public void Compare_LocalAddressOrOwnNetwork_OwnRelay(string ip) => Assert.Equal(EndpointRelation.OwnRelay, Compare(null, ip, Live).Relation);

    [Theory]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("198.51.100.99")]
    [InlineData("2001:db8::1")]
    public void Compare_PublicAddress_NotOwn(string ip) => Assert.Equal(EndpointRelation.Foreign, Compare(null, ip, Live).Relation);

    [Fact]
    public void Compare_CatchAllTransport_IsARelayNotAPin() =>
        Assert.Equal(EndpointRelation.OwnRelay, Compare("relay.isp.test", null, Live, Route(RouteKind.Transport, "*", "relay.isp.test")).Relation);

    [Theory]
    [InlineData("example.net")]
    [InlineData("user@example.net")]
    [InlineData("*.net")]
    [InlineData(".net")]
    public void Compare_LineForTheDomain_PinnedAndNamed(string pattern)
    {
        var line = Route(RouteKind.Transport, pattern, "gw.old-filter.test", "203.0.113.60");

        var found = Compare("gw.old-filter.test", "203.0.113.60", Live, line);

        Assert.Equal((EndpointRelation.Pinned, line.Line), (found.Relation, found.PinnedBy));
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData(".example.net")]
    [InlineData("ample.net")]
    public void Compare_LineForOthers_NotPinned(string pattern) =>
        Assert.Equal(EndpointRelation.Foreign, Compare("gw.old-filter.test", null, Live, Route(RouteKind.Transport, pattern, "gw.old-filter.test")).Relation);

    [Fact]
    public void Compare_LineThatNamesTheLiveMx_CurrentMx() =>
        Assert.Equal(EndpointRelation.CurrentMx, Compare("mx1.example.net", "198.51.100.7", Live, Route(RouteKind.Transport, Domain, "mx1.example.net")).Relation);

    [Fact]
    public void Compare_LineThatNamesTheFormerMx_PinnedSinceNoTtlWillEndIt()
    {
        MxObservation[] seen = [Mx.Seen("r1", 1, Domain, "old.hosting.test 203.0.113.50"), .. Live];

        Assert.Equal(EndpointRelation.Pinned, Compare("old.hosting.test", "203.0.113.50", seen, Route(RouteKind.ManualRoute, Domain, "old.hosting.test")).Relation);
    }

    [Fact]
    public void Compare_NextHopWithoutBrackets_ItsMxHostsArePinnedToo()
    {
        var line = Route(RouteKind.Transport, Domain, "isp.test") with { LookUpMx = true };

        Assert.Equal(EndpointRelation.Pinned, Compare("mx3.isp.test", null, Live, line).Relation);
        Assert.Equal(EndpointRelation.Foreign, Compare("mx3.isp.test", null, Live, line with { LookUpMx = false }).Relation);
    }

    [Fact]
    public void Compare_NoResolverAnswers_ConfigurationStillSpeaks()
    {
        MxObservation[] failing = [Mx.Fails("r1", 6, Domain)];

        Assert.Equal(EndpointRelation.OwnRelay, Compare("relay.isp.test", null, failing, Smarthost).Relation);
        Assert.Equal(EndpointRelation.Pinned, Compare("gw.test", null, failing, Route(RouteKind.Transport, Domain, "gw.test")).Relation);
        Assert.Equal(EndpointRelation.Unknown, Compare("other.test", null, failing, Smarthost).Relation);
    }

    private static EndpointComparison Compare(string? name, string? ip, MxObservation[] seen, params OutboundRoute[] routes) => EndpointComparer.Compare(
        new RemoteEndpoint(name, ip is null ? null : IPAddress.Parse(ip)), DomainName.Parse(Domain), seen, [],
        new SenderNetwork([], [IPNetwork.Parse("192.0.2.0/24")], routes), Refused.At);

    private static OutboundRoute Route(RouteKind kind, string pattern, string host, params string[] addresses) =>
        new(kind, pattern, host, 25, false, addresses.Select(IPAddress.Parse).ToList(), null, $"{pattern} smtp:[{host}]:25", 1);
}
