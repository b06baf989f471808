using BounceBoard.Core.Addresses;
using Xunit;

namespace BounceBoard.Core.Tests.Addresses;

public sealed class AddressShapeTests
{
    [Theory]
    [InlineData("User@example.net", true, false, false, false, false, 4)]
    // The domain's case is nobody's business.
    [InlineData("user@EXAMPLE.net", false, false, false, false, false, 4)]
    [InlineData("first.last+news@example.net", false, true, true, false, false, 15)]
    [InlineData("+41@example.net", false, false, false, true, false, 3)]
    [InlineData("\"John Doe\"@example.net", true, false, false, false, true, 10)]
    public void Of_Address_SeesItsShape(string text, bool upper, bool plus, bool dot, bool digit, bool quoted, int length) =>
        Assert.Equal(new AddressShape(upper, plus, dot, digit, quoted, length), AddressShape.Of(EmailAddress.Parse(text)));
}
