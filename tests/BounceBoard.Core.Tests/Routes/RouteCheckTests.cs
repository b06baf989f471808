using BounceBoard.Core.Domains;
using BounceBoard.Core.Routes;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Routes;

public sealed class RouteCheckTests
{
    private const string Domain = "example.net";

    [Fact]
    public void Of_HostThatWasAnMx_PinsFormerMx()
    {
        var found = Check("example.net smtp:[old.example.org]", Mx.Seen("a", 1, Domain, "old.example.org 198.51.100.7"), Mx.Seen("a", 5, Domain, "mx.example.net 203.0.113.7"));
        Assert.Equal(RouteFindingKind.PinsFormerMx, found?.Kind);
        Assert.Contains("mx.example.net", found?.How, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AddressThatWasAnMx_PinsFormerMx() => Assert.Equal(
        RouteFindingKind.PinsFormerMx,
        Check("example.net smtp:[198.51.100.7]", Mx.Seen("a", 1, Domain, "old.example.org 198.51.100.7"), Mx.Seen("a", 5, Domain, "mx.example.net 203.0.113.7"))?.Kind);

    [Fact]
    public void Of_ProviderThatDnsDoesNotName_PinsOtherProvider() => Assert.Equal(
        RouteFindingKind.PinsOtherProvider,
        Check("example.net smtp:[example-net.mail.protection.outlook.com]", Mx.Seen("a", 1, Domain, "aspmx.l.google.com 203.0.113.7"))?.Kind);

    [Fact]
    public void Of_HostOfTheRecipientThatItsMxDoesNotName_PinsUnlistedHost() => Assert.Equal(
        RouteFindingKind.PinsUnlistedHost, Check("example.net smtp:[legacy-gw.example.net]", Mx.Seen("a", 1, Domain, "mx.example.net 203.0.113.7"))?.Kind);

    [Fact]
    public void Of_DomainWithNullMx_TakesNoMail() =>
        Assert.Equal(RouteFindingKind.DomainTakesNoMail, Check("example.net smtp:[relay.example.org]", Mx.Null("a", 1, Domain))?.Kind);

    [Theory]
    [InlineData("example.net smtp:[mx.example.net]")]
    [InlineData("example.net smtp:[203.0.113.7]")]
    [InlineData("example.net smtp:[relay.own.example]")]
    [InlineData("example.net smtp:example.net")]
    [InlineData("* smtp:[old.example.org]")]
    [InlineData(".example.net smtp:[old.example.org]")]
    [InlineData("example.net error:closed")]
    public void Of_LineThatDnsBearsOutOrThatIsOnesOwn_Nothing(string line) => Assert.Null(
        Check(line, Mx.Seen("a", 1, Domain, "old.example.org 198.51.100.7"), Mx.Seen("a", 5, Domain, "mx.example.net 203.0.113.7")));

    [Fact]
    public void Of_OneResolverStillNamesIt_Nothing() => Assert.Null(
        Check("example.net smtp:[old.example.org]", Mx.Seen("a", 1, Domain, "old.example.org 198.51.100.7"), Mx.Seen("b", 5, Domain, "mx.example.net 203.0.113.7")));

    [Fact]
    public void Of_NoUsableAnswer_Nothing()
    {
        Assert.Null(Check("example.net smtp:[aspmx.l.google.com]"));
        Assert.Null(Check("example.net smtp:[aspmx.l.google.com]", Mx.Fails("a", 1, Domain)));
    }

    [Fact]
    public void Of_OtherHostOfTheSameProvider_Nothing() =>
        Assert.Null(Check("example.net smtp:[alt4.aspmx.l.google.com]", Mx.Seen("a", 1, Domain, "aspmx.l.google.com 203.0.113.7")));

    private static RouteFinding? Check(string line, params MxObservation[] observations)
    {
        var table = RouteTable.Read(RouteKind.Transport, line, [], null);
        return RouteCheck.Of(Assert.Single(table.Routes), observations);
    }
}
