using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Routes;
using BounceBoard.TestKit.Builders;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Endpoints;

public sealed class ResolverVoteTests
{
    private const string Domain = "example.net";
    private static readonly MxObservation Fresh = Mx.Seen("authoritative", 6, Domain, "mx1.example.net 198.51.100.7");
    private static readonly MxObservation Stale = Mx.Seen("r1", 1, Domain, "old.hosting.test 203.0.113.50");

    [Fact]
    public void Compare_CacheBehindTheAuthoritativeAnswer_DisagreesAndFollowsTheAuthoritative()
    {
        var found = Compare("203.0.113.50", Stale, Stale with { Resolver = "r2" }, Fresh);

        Assert.Equal(EndpointRelation.FormerMx, found.Relation);
        Assert.False(found.ResolversAgree);
        Assert.False(found.AnyUnknown);
        Assert.Equal(3, found.Resolvers.Count);
    }

    [Fact]
    public void Compare_ResolverWithoutAnswer_DoesNotVote()
    {
        var found = Compare("198.51.100.7", Fresh, Mx.Fails("r1", 6, Domain), Mx.Fails("r2", 6, Domain, "TIMEOUT"));

        Assert.Equal(EndpointRelation.CurrentMx, found.Relation);
        Assert.True(found.ResolversAgree);
        Assert.True(found.AnyUnknown);
    }

    [Fact]
    public void Compare_RotatedAddressesByPlace_IsNoDisagreement()
    {
        var here = Mx.Seen("r1", 6, Domain, "mx1.example.net 198.51.100.7");
        var there = Mx.Seen("r2", 6, Domain, "mx1.example.net 198.51.100.8");

        var found = Compare("198.51.100.8", here, there);

        Assert.Equal(EndpointRelation.CurrentMx, found.Relation);
        Assert.True(found.ResolversAgree);
    }

    [Fact]
    public void Compare_SameRelationOutOfDifferentMxSets_Disagrees()
    {
        var here = Mx.Seen("r1", 6, Domain, "mx1.example.net 198.51.100.7");
        var there = Mx.Seen("r2", 6, Domain, "mx1.example.net 198.51.100.7", "mx2.example.net 198.51.100.8");

        Assert.False(Compare("198.51.100.7", here, there).ResolversAgree);
    }

    [Fact]
    public void Compare_Foreign_SaysTheServerAndTheCount()
    {
        var found = Compare("203.0.113.99", Fresh, Fresh with { Resolver = "r1" });

        Assert.Equal("Refused by 203.0.113.99. It is not an MX of example.net (2 of 2 resolvers).", found.How);
    }

    [Fact]
    public void Compare_ObservationsInAnyOrder_SameComparison()
    {
        MxObservation[] seen = [Stale, Fresh, Mx.Fails("r2", 3, Domain), Mx.Seen("r2", 5, Domain, "mx2.example.net 198.51.100.8"), Fresh with { Resolver = "r1" }];
        var expected = Print(Compare("203.0.113.50", seen));

        Gen.Shuffle(seen).Sample(shuffled => Assert.Equal(expected, Print(Compare("203.0.113.50", shuffled))));
    }

    private static EndpointComparison Compare(string ip, params MxObservation[] seen) => EndpointComparer.Compare(
        new RemoteEndpoint(null, IPAddress.Parse(ip)), DomainName.Parse(Domain), seen, [], SenderNetwork.Empty, Refused.At);

    private static string Print(EndpointComparison found) =>
        $"{found.Relation} {found.How} {found.ResolversAgree} {found.AnyUnknown} " + string.Join('|', found.Resolvers.Select(finding => $"{finding.Resolver} {finding.How}"));
}
