using BounceBoard.Core.Addresses;
using Xunit;

namespace BounceBoard.Core.Tests.Addresses;

public sealed class OrganizationalDomainTests
{
    [Theory]
    [InlineData("mta5.am0.bigmaildns.test", "bigmaildns.test")]
    [InlineData("bigmaildns.test", "bigmaildns.test")]
    [InlineData("test", "test")]
    [InlineData("mx.mail.example.co.uk", "example.co.uk")]
    [InlineData("example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("mx.example.com.au", "example.com.au")]
    [InlineData("mx.example.de", "example.de")]
    // co is a registry below uk, a plain second-level name below de.
    [InlineData("mx.co.de", "co.de")]
    [InlineData("shop.example.uk.com", "example.uk.com")]
    public void Of_Name_OneLabelBelowThePublicSuffix(string name, string organization) =>
        Assert.Equal(organization, OrganizationalDomain.Of(DomainName.Parse(name)).Value);

    [Theory]
    [InlineData("co.uk", true)]
    [InlineData("uk", true)]
    [InlineData("uk.com", true)]
    [InlineData("example.co.uk", false)]
    [InlineData("co.de", false)]
    public void IsPublicSuffix_Name_OnlyWhereOthersRegister(string name, bool isSuffix) => Assert.Equal(isSuffix, OrganizationalDomain.IsPublicSuffix(DomainName.Parse(name)));

    [Fact]
    public void Same_TwoCustomersOfOneRegistry_False() =>
        Assert.False(OrganizationalDomain.Same(DomainName.Parse("mx.one.co.uk"), DomainName.Parse("mx.two.co.uk")));
}
