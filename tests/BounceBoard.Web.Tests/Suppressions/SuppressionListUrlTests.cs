using BounceBoard.Core.Suppressions;
using BounceBoard.Web.Suppressions;
using Xunit;

namespace BounceBoard.Web.Tests.Suppressions;

public sealed class SuppressionListUrlTests
{
    [Fact]
    public void Usual_IsTheBareAddress() => Assert.Equal("/t/acme/suppressions", SuppressionListUrl.Usual.ToHref("acme"));

    [Fact]
    public void Read_WhatToHrefWrote_IsTheSame()
    {
        var url = new SuppressionListUrl(null, SuppressionReason.BadAddress, SuppressionSource.Rules, 204, 205, true, "a&b@", 7);

        Assert.Equal("/t/acme/suppressions?state=all&reason=bad-address&source=rules&incident=204&window=205&due=1&q=a%26b%40&before=7", url.ToHref("acme"));
        Assert.Equal(url, SuppressionListUrl.Read("all", "bad-address", "rules", "204", "205", "1", "a&b@", "7"));
        Assert.EndsWith("&q=a%26b%40&format=csv", url.ToExport("acme", "csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Nonsense_IsTheUsual() => Assert.Equal(SuppressionListUrl.Usual, SuppressionListUrl.Read("x", "x", "x", "-1", "x", "x", " ", "x"));
}
