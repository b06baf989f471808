using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Core.Tests.Tenants;

public sealed class TenantSlugTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("acme-2")]
    [InlineData("a234567890123456789012345678901234567890")]
    public void TryParse_WellFormed_Reads(string text)
    {
        Assert.True(TenantSlug.TryParse(text, out var slug));
        Assert.Equal(text, slug.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Acme")]
    [InlineData("-acme")]
    [InlineData("acme-")]
    [InlineData("ac me")]
    [InlineData("acmé")]
    [InlineData("../etc")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void TryParse_NotASlug_Refuses(string? text) => Assert.False(TenantSlug.TryParse(text, out _));
}
