using System.Net;
using BounceBoard.Core.Routes;
using Xunit;

namespace BounceBoard.Core.Tests.Routes;

public sealed class RouteTableTests
{
    private static readonly IPAddress Known = IPAddress.Parse("192.0.2.200");

    [Theory]
    [InlineData("relay.isp.test:587", "relay.isp.test", 587)]
    [InlineData("[relay.isp.test]:25", "relay.isp.test", 25)]
    [InlineData("[192.0.2.200]", "192.0.2.200", null)]
    [InlineData("2001:db8::5", "2001:db8::5", null)]
    public void Read_Smarthost_IsForAllMailOfThePool(string text, string host, int? port)
    {
        var route = Assert.Single(RouteTable.Read(RouteKind.Smarthost, text, [Known], "bulk-2").Routes);
        Assert.Equal(("*", host, port, "bulk-2"), (route.Pattern, route.Host, route.Port, route.Pool));
        Assert.Equal([Known], route.Addresses);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a host!")]
    [InlineData("relay.isp.test:0")]
    [InlineData("[relay.isp.test")]
    public void Read_BadSmarthost_IsAProblem(string text)
    {
        var table = RouteTable.Read(RouteKind.Smarthost, text, [], null);
        Assert.Empty(table.Routes);
        Assert.Single(table.Problems);
    }

    [Fact]
    public void Read_AddressesForSeveralHosts_IsAProblemAndGivesThemToNone()
    {
        var table = RouteTable.Read(RouteKind.Transport, "a.test smtp:[x.test]\nb.test smtp:[y.test]", [Known], null);
        Assert.All(table.Routes, route => Assert.Empty(route.Addresses));
        Assert.Contains("2 hosts", Assert.Single(table.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.net smtp:[old.mx.test]:25\n* relay:[r.test]", RouteKind.Transport)]
    [InlineData("# x\nexample.net :", RouteKind.Transport)]
    [InlineData("example.net host1.test:host2.test byname", RouteKind.ManualRoute)]
    [InlineData("example.net: host1.test byname", RouteKind.ManualRoute)]
    [InlineData("relay.isp.test:587", RouteKind.Smarthost)]
    public void KindOf_Text_TellsTheFormat(string text, RouteKind kind) => Assert.Equal(kind, RouteTable.KindOf(text));

    [Fact]
    public void Read_AnyBytes_NeverThrowsAndEndsSoon()
    {
        var random = new Random(20261123);
        foreach (var kind in Enum.GetValues<RouteKind>())
        {
            for (var round = 0; round < 500; round++)
            {
                var text = new string([.. Enumerable.Range(0, random.Next(80)).Select(_ => " \t\n\\\"#:;[]<>$*!.a1"[random.Next(18)])]);
                var table = RouteTable.Read(kind, text, [], null);
                Assert.All(table.Routes, route => Assert.NotEqual("", route.Pattern));
            }
        }
    }
}
