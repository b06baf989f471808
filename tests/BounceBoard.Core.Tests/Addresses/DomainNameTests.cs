using BounceBoard.Core.Addresses;
using Xunit;

namespace BounceBoard.Core.Tests.Addresses;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("bücher.example")]
    [InlineData("BÜCHER.example")]
    [InlineData("Bücher.EXAMPLE.")]
    [InlineData("XN--BCHER-KVA.example")]
    public void TryParse_NameInAnyLetters_IsOneDomain(string text) =>
        Assert.Equal(("xn--bcher-kva.example", "bücher.example"), (DomainName.Parse(text).Value, DomainName.Parse(text).Display));
}
