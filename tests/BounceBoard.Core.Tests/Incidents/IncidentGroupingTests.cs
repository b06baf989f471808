using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents;

public sealed class IncidentGroupingTests
{
    private static readonly MxObservation AtProvider = Mx.Seen("r1", 0, "example.net", "mta5.am0.bigmaildns.test 198.51.100.100", "backup.other.test 198.51.100.200");

    [Theory]
    [InlineData("198.51.100.100")]
    // A webhook that names no server: most likely the provider's.
    [InlineData(null)]
    public void Of_ProviderRefuses_ScopeIsTheProvider(string? ip) =>
        Assert.Equal(new IncidentFingerprint(RefusalFamily.Relay, IncidentScope.Provider, "bigmaildns.test"), Of(ip, AtProvider));

    [Fact]
    public void Of_DomainWithItsOwnMx_ScopeIsTheDomain() =>
        Assert.Equal(new IncidentFingerprint(RefusalFamily.Relay, IncidentScope.RecipientDomain, "example.net"), Of("198.51.100.7", Mx.Seen("r1", 0, "example.net", "mx1.example.net 198.51.100.7")));

    [Fact]
    public void Of_ForeignServer_IsNotTheProvidersIncident() =>
        Assert.Equal(new IncidentFingerprint(RefusalFamily.Relay, IncidentScope.RecipientDomain, "example.net"), Of("203.0.113.50", AtProvider));

    [Fact]
    public void Of_OwnRelay_ScopeIsItsNameForAllDomains() =>
        Assert.Equal(new IncidentFingerprint(RefusalFamily.Relay, IncidentScope.OwnRelay, "10.0.0.1"), Of("10.0.0.1", AtProvider));

    [Fact]
    public void Of_DnsUnknown_ScopeIsTheDomain() =>
        Assert.Equal(IncidentScope.RecipientDomain, Of("198.51.100.7", Mx.Fails("r1", 0, "example.net")).Scope);

    [Fact]
    public void Title_OfEachScope_NamesIt()
    {
        Assert.Equal("Relay refusals at bigmaildns.test", IncidentTitles.Of(Of(null, AtProvider)));
        Assert.Equal("Relay refusals from our own relay 10.0.0.1", IncidentTitles.Of(Of("10.0.0.1", AtProvider)));
        Assert.Equal("Relay refusals for example.net", IncidentTitles.Of(Of("203.0.113.50", AtProvider)));
    }

    [Fact]
    public void Title_OncePinnedRouteIsFound_SaysSo() => Assert.Equal(
        "example.net: a configured route overrides its MX",
        IncidentTitles.Of(Of("203.0.113.50", AtProvider), VerdictRules.Decide(Refused.From(EndpointRelation.Pinned), Refused.At)));

    private static IncidentFingerprint Of(string? ip, MxObservation seen)
    {
        var endpoint = new RemoteEndpoint(null, ip is null ? null : IPAddress.Parse(ip));
        var comparison = EndpointComparer.Compare(endpoint, DomainName.Parse("example.net"), [seen], [], SenderNetwork.Empty, Refused.At);
        return IncidentGrouping.Of(RefusalFamily.Relay, "example.net", comparison, endpoint);
    }
}
