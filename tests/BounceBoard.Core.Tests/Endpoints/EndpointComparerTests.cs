using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Endpoints;

/// <summary>What DNS alone says of an endpoint; configuration has its own tests.</summary>
public sealed class EndpointComparerTests
{
    private const string Domain = "example.net";
    private const string Host = "mx1.example.net 198.51.100.7";

    private static MxObservation Now(string resolver, params string[] hosts) => Mx.Seen(resolver, 6, Domain, hosts.Length == 0 ? [Host] : hosts);

    public static TheoryData<string, string?, string?, MxObservation[], EndpointRelation> Single => new()
    {
        { "address of an MX", null, "198.51.100.7", [Now("r1")], EndpointRelation.CurrentMx },
        { "mapped address", null, "::ffff:198.51.100.7", [Now("r1")], EndpointRelation.CurrentMx },
        { "name of an MX, no address", "MX1.example.net.", null, [Now("r1")], EndpointRelation.CurrentMx },
        { "address in the place of the name", "[198.51.100.7]", null, [Now("r1")], EndpointRelation.CurrentMx },
        { "name of an MX whose addresses are unknown", "mx1.example.net", "198.51.100.9", [Now("r1", "mx1.example.net ?")], EndpointRelation.CurrentMx },
        { "name of an MX, another address", "mx1.example.net", "198.51.100.9", [Now("r1")], EndpointRelation.CurrentMxRotating },
        { "earlier address of the same host", null, "198.51.100.9", [Mx.Seen("r1", 1, Domain, "mx1.example.net 198.51.100.9"), Now("r1")], EndpointRelation.CurrentMxRotating },
        { "former host by address", null, "203.0.113.50", [Mx.Seen("r1", 1, Domain, "old.hosting.test 203.0.113.50"), Now("r1")], EndpointRelation.FormerMx },
        { "former host by name", "old.hosting.test", null, [Mx.Seen("r1", 1, Domain, "old.hosting.test 203.0.113.50"), Now("r1")], EndpointRelation.FormerMx },
        { "former host seen by another resolver", null, "203.0.113.50", [Mx.Seen("r2", 1, Domain, "old.hosting.test 203.0.113.50"), Mx.Fails("r2", 5, Domain), Now("r1")], EndpointRelation.FormerMx },
        { "former across a failed answer", null, "203.0.113.50", [Mx.Seen("r1", 1, Domain, "old.hosting.test 203.0.113.50"), Mx.Fails("r1", 3, Domain), Now("r1")], EndpointRelation.FormerMx },
        { "came back", null, "198.51.100.7", [Now("r1"), Mx.Seen("r1", 6.2, Domain, "mx2.example.net 198.51.100.8"), Mx.Seen("r1", 6.5, Domain, Host)], EndpointRelation.CurrentMx },
        { "future answers are not known yet", null, "198.51.100.8", [Now("r1"), Mx.Seen("r1", 9, Domain, "mx2.example.net 198.51.100.8")], EndpointRelation.Foreign },
        { "nobody's", "web.other.test", "203.0.113.99", [Now("r1")], EndpointRelation.Foreign },
        { "a host whose addresses are unknown", null, "203.0.113.99", [Now("r1", Host, "mx2.example.net ?")], EndpointRelation.Unknown },
        { "own address without MX", null, "198.51.100.80", [Mx.None("r1", 6, Domain, "198.51.100.80")], EndpointRelation.ImplicitMx },
        { "another address without MX", null, "198.51.100.81", [Mx.None("r1", 6, Domain, "198.51.100.80")], EndpointRelation.Foreign },
        { "neither MX nor address", null, "198.51.100.80", [Mx.None("r1", 6, Domain)], EndpointRelation.NoMx },
        { "null MX", null, "198.51.100.80", [Mx.Null("r1", 6, Domain)], EndpointRelation.NullMx },
        { "no such domain", null, "198.51.100.80", [Mx.NoDomain("r1", 6, Domain)], EndpointRelation.NoDomain },
        { "no such domain, no endpoint", null, null, [Mx.NoDomain("r1", 6, Domain)], EndpointRelation.NoDomain },
        { "no endpoint", null, null, [Now("r1")], EndpointRelation.Unknown },
        { "no answer", null, "198.51.100.7", [Mx.Seen("r1", 1, Domain, Host), Mx.Fails("r1", 6, Domain)], EndpointRelation.Unknown },
        { "never asked", null, "198.51.100.7", [], EndpointRelation.Unknown },
        { "first asked later", null, "198.51.100.7", [Mx.Seen("r1", 9, Domain, Host)], EndpointRelation.Unknown },
    };

    [Theory]
    [MemberData(nameof(Single))]
    public void Compare_OneResolver_Relation(string why, string? name, string? ip, MxObservation[] seen, EndpointRelation expected)
    {
        var found = Compare(name, ip, seen);

        Assert.True(expected == found.Relation, $"{why}: {found.Relation}, {found.How}");
        Assert.NotEmpty(found.How);
        Assert.Equal(expected == EndpointRelation.FormerMx, found.Resolvers.Any(finding => finding.Former is not null));
    }

    [Fact]
    public void Compare_ConfirmedReverseNameOfTheProvider_Rotating()
    {
        var found = Compare(null, "198.51.100.77", [Now("r1", "mta5.am0.bigmaildns.test 198.51.100.100")], Reverse("198.51.100.77", "mta9.bigmaildns.test", "198.51.100.77"));

        Assert.Equal(EndpointRelation.CurrentMxRotating, found.Relation);
    }

    [Fact]
    public void Compare_ReverseNameThatDoesNotLeadBack_Foreign()
    {
        var found = Compare(null, "198.51.100.77", [Now("r1", "mta5.am0.bigmaildns.test 198.51.100.100")], Reverse("198.51.100.77", "mta9.bigmaildns.test", "198.51.100.1"));

        Assert.Equal(EndpointRelation.Foreign, found.Relation);
    }

    [Fact]
    public void Compare_FormerHostOfTheSameProvider_FormerNotRotating()
    {
        MxObservation[] seen = [Mx.Seen("r1", 1, Domain, "mx-old.host.test 203.0.113.50"), Now("r1", "mx-new.host.test 203.0.113.51")];

        Assert.Equal(EndpointRelation.FormerMx, Compare(null, "203.0.113.50", seen, Reverse("203.0.113.50", "mx-old.host.test", "203.0.113.50")).Relation);
    }

    private static EndpointComparison Compare(string? name, string? ip, MxObservation[] seen, params RecordObservation[] ptr) => EndpointComparer.Compare(
        new RemoteEndpoint(name, ip is null ? null : IPAddress.Parse(ip)), DomainName.Parse(Domain), seen, ptr, Core.Routes.SenderNetwork.Empty, Refused.At);

    private static RecordObservation[] Reverse(string ip, string name, string forward) =>
    [
        Record(ReverseName.Of(IPAddress.Parse(ip)), RecordType.Ptr, name + "."),
        Record(name, RecordType.A, forward),
    ];

    private static RecordObservation Record(string name, RecordType type, string data) =>
        new(0, "r1", Mx.Day, Mx.Day.AddHours(6), new RecordAnswer(name, type, DnsState.Found, "NOERROR", [data], 300));
}
