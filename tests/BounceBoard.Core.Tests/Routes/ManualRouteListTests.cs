using BounceBoard.Core.Routes;
using Xunit;

namespace BounceBoard.Core.Tests.Routes;

public sealed class ManualRouteListTests
{
    [Fact]
    public void Read_HostsSeparatedByColons_GivesARouteForEach()
    {
        var table = Read("example.net  host1.test:host2.test  byname");
        Assert.Empty(table.Problems);
        Assert.Equal([("example.net", "host1.test"), ("example.net", "host2.test")], table.Routes.Select(route => (route.Pattern, route.Host ?? "")));
        Assert.All(table.Routes, route => Assert.False(route.LookUpMx));
    }

    [Fact]
    public void Read_OtherSeparatorAndQuotes_KeepsAddresses()
    {
        var table = Read("""*.example.net "<; 198.51.100.7 ; [2001:db8::1]:26 ; mx.test" """);
        Assert.Empty(table.Problems);
        Assert.Equal([("198.51.100.7", null), ("2001:db8::1", 26), ("mx.test", null)], table.Routes.Select(route => (route.Host ?? "", route.Port)));
        Assert.All(table.Routes, route => Assert.Equal("*.example.net", route.Pattern));
    }

    [Fact]
    public void Read_PastedOption_ReadsEveryRuleWithItsLine()
    {
        var table = Read("# routes\nroute_list = example.net a.test::2525 ; \\\n   !example.org b.test/mx randomize ; \\\n   * [192.0.2.200]\n");
        Assert.Empty(table.Problems);
        Assert.Equal(
            [("example.net", "a.test", 2525, false), ("!example.org", "b.test", null, true), ("*", "192.0.2.200", null, false)],
            table.Routes.Select(route => (route.Pattern, route.Host ?? "", route.Port, route.LookUpMx)));
        Assert.All(table.Routes, route => Assert.Equal(2, route.LineNumber));
        Assert.Equal("example.net a.test::2525", table.Routes[0].Line);
    }

    [Fact]
    public void Read_FileForLsearch_TakesTheColonAfterTheKey() =>
        Assert.Equal(("example.net", "a.test"), Read("example.net:  a.test byname").Routes.Select(route => (route.Pattern, route.Host ?? "")).Single());

    [Theory]
    [InlineData("example.net", "no host after it")]
    [InlineData("example.net $local_part.test", "write the hosts out")]
    [InlineData("^.*\\.net$ a.test", "write the domains out")]
    [InlineData("+relay_domains a.test", "write the domains out")]
    [InlineData("example.net \"<;\"", "no host")]
    [InlineData("example.net a_/b.test:!!", "neither a host name")]
    [InlineData("exa(mple a.test", "no domain pattern")]
    public void Read_BadLine_IsReportedAndTheOthersAreRead(string text, string says)
    {
        var table = Read($"{text}\nfirst.test ok.test");
        Assert.Contains(table.Routes, route => route.Host == "ok.test");
        Assert.Equal(1, table.Problems[0].LineNumber);
        Assert.Contains(says, table.Problems[0].Message, StringComparison.Ordinal);
    }

    private static RouteTable Read(string text) => RouteTable.Read(RouteKind.ManualRoute, text, [], null);
}
