using BounceBoard.Web.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Hosting;

public sealed class WebOptionsCheckTests
{
    [Fact]
    public void Validate_ManyFaults_NamesEachByItsKey()
    {
        var options = new WebOptions { PublicUrl = "bounces.example.net/x", SessionHours = 0, SignInsPerMinute = -1, KnownProxies = { "proxy" } };

        var faults = new WebOptionsCheck().Validate(null, options).Failures?.ToList() ?? [];

        Assert.Equal(4, faults.Count);
        Assert.All((string[])["Web:PublicUrl", "Web:KnownProxies:0", "Web:SessionHours", "Web:SignInsPerMinute"],
            key => Assert.Contains(faults, fault => fault.StartsWith(key, StringComparison.Ordinal)));
    }

    [Fact]
    public void Validate_Defaults_Succeeds() => Assert.True(new WebOptionsCheck().Validate(null, new WebOptions()).Succeeded);
}
