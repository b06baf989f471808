using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Routes;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Endpoints;

/// <summary>What our own server refuses: own clients concern us, strangers do not, and the server is ours whatever DNS says.</summary>
public sealed class OwnClientsTests
{
    private static readonly SenderNetwork Network = new(
        [new SenderPool("tx-1", [IPAddress.Parse("192.0.2.10")])], [IPNetwork.Parse("198.51.100.0/24")], []);

    [Theory]
    [InlineData("192.0.2.10", BounceCategory.RelayDenied, true)]
    [InlineData("::ffff:192.0.2.10", BounceCategory.RelayDenied, true)]
    [InlineData("198.51.100.77", BounceCategory.AuthFailed, true)]
    [InlineData("10.0.0.5", BounceCategory.RelayDenied, true)]
    [InlineData("198.51.100.77", BounceCategory.BadMailbox, false)]
    [InlineData("203.0.113.66", BounceCategory.RelayDenied, false)]
    [InlineData("203.0.113.66", BounceCategory.BadReputation, false)]
    [InlineData(null, BounceCategory.RelayDenied, false)]
    public void Concerns_ReceivingSide_OwnClientsOnly(string? client, BounceCategory category, bool concerns) =>
        Assert.Equal(concerns, OwnClients.Concerns(Report(client, category, ReportSide.Receiving), Network));

    [Fact]
    public void Concerns_SendingSide_Always() => Assert.True(OwnClients.Concerns(Report(null, BounceCategory.BadMailbox, ReportSide.Sending), Network));

    [Fact]
    public void Compare_OurServersOwnLog_IsOwnRelayUnderItsName()
    {
        var endpoint = RemoteEndpoint.Of("relay1", null, ReportSide.Receiving);
        var comparison = EndpointComparer.Compare(
            endpoint, DomainName.Parse("example.net"), [Mx.Seen("r1", 6, "example.net", "mx1.example.net 198.51.100.7")], [], SenderNetwork.Empty, Mx.Day.AddHours(8));

        Assert.Equal(EndpointRelation.OwnRelay, comparison.Relation);
        Assert.Contains("relay1", comparison.How, StringComparison.Ordinal);
        Assert.Equal((IncidentScope.OwnRelay, "relay1"), IncidentGrouping.Of(RefusalFamily.Relay, "example.net", comparison, endpoint) is var scope ? (scope.Scope, scope.ScopeName) : default);
    }

    private static BounceReport Report(string? client, BounceCategory category, ReportSide side) => new()
    {
        Kind = BounceKind.Bounce,
        Side = side,
        SendingIp = client is null ? null : IPAddress.Parse(client),
        Category = category,
    };
}
