using BounceBoard.Core.Routes;
using Xunit;

namespace BounceBoard.Core.Tests.Routes;

public sealed class TransportTableTests
{
    [Theory]
    [InlineData("example.net smtp:[old.mx.test]:25", "example.net", "old.mx.test", 25, false)]
    [InlineData("Example.NET\tsmtp:[Old.MX.test]", "example.net", "old.mx.test", null, false)]
    [InlineData(".example.net relay:[192.0.2.9]:2525", ".example.net", "192.0.2.9", 2525, false)]
    [InlineData("* smtp:relay.isp.test", "*", "relay.isp.test", null, true)]
    [InlineData("example.net smtp:relay.isp.test:submission", "example.net", "relay.isp.test", 587, true)]
    [InlineData("example.net :[mail.example.net]", "example.net", "mail.example.net", null, false)]
    [InlineData("example.net lmtp:inet:store.example.net:24", "example.net", "store.example.net", 24, true)]
    [InlineData("example.net smtp:[ipv6:2001:db8::1]:26", "example.net", "2001:db8::1", 26, false)]
    [InlineData("user@example.net smtp:[mail.example.net]", "user@example.net", "mail.example.net", null, false)]
    public void Read_OneLine_GivesItsNextHop(string text, string pattern, string host, int? port, bool lookUpMx)
    {
        var table = Read(text);
        var route = Assert.Single(table.Routes);
        Assert.Empty(table.Problems);
        Assert.Equal((RouteKind.Transport, pattern, host, port, lookUpMx, 1), (route.Kind, route.Pattern, route.Host, route.Port, route.LookUpMx, route.LineNumber));
    }

    [Theory]
    [InlineData("example.net error:mail for example.net is not deliverable")]
    [InlineData("example.net :")]
    [InlineData("example.net discard:silently")]
    [InlineData("example.net lmtp:unix:/var/run/lmtp")]
    [InlineData("example.net smtp:")]
    public void Read_LineWithoutNextHop_IsARouteWithoutHost(string text)
    {
        var table = Read(text);
        Assert.Null(Assert.Single(table.Routes).Host);
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void Read_CommentsAndContinuation_JoinsAndKeepsLineNumbers()
    {
        var table = Read("# old relay\n\nexample.net\n# between\n   smtp:[old.mx.test]:25\nexample.org smtp:[new.mx.test]\r\n");
        Assert.Empty(table.Problems);
        Assert.Equal([("old.mx.test", 3), ("new.mx.test", 6)], table.Routes.Select(route => (route.Host ?? "", route.LineNumber)));
        Assert.Equal("example.net smtp:[old.mx.test]:25", table.Routes[0].Line);
    }

    [Fact]
    public void Read_SeveralNextHops_GivesARouteForEach() =>
        Assert.Equal(["a.mx.test", "b.mx.test"], Read("example.net smtp:[a.mx.test]:25, [b.mx.test]:25").Routes.Select(route => route.Host ?? ""));

    [Theory]
    [InlineData("example.net", "nothing after it")]
    [InlineData("example.net [old.mx.test]:25", "write smtp:[old.mx.test]:25")]
    [InlineData("example.net old.mx.test", "write smtp:old.mx.test")]
    [InlineData("exam!ple.net smtp:[a.test]", "no pattern")]
    [InlineData("example.net smtp:[a.test]:99999", "no port")]
    [InlineData("example.net smtp:[a.test", "neither a host name")]
    [InlineData("example.net smtp:,", "no host")]
    [InlineData("  smtp:[a.test]", "continues nothing")]
    public void Read_BadLine_IsReportedAndTheOthersAreRead(string text, string says)
    {
        var table = Read($"{text}\nfirst.test smtp:[ok.test]");
        Assert.Equal("ok.test", Assert.Single(table.Routes).Host);
        Assert.Equal(1, table.Problems[0].LineNumber);
        Assert.Contains(says, table.Problems[0].Message, StringComparison.Ordinal);
    }

    private static RouteTable Read(string text) => RouteTable.Read(RouteKind.Transport, text, [], null);
}
