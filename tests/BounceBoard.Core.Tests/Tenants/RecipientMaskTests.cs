using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Core.Tests.Tenants;

public sealed class RecipientMaskTests
{
    [Theory]
    [InlineData("jane.doe@example.net", "j***@example.net")]
    [InlineData("jo@example.net", "j***@example.net")]
    [InlineData("j@example.net", "***@example.net")]
    [InlineData("@example.net", "***@example.net")]
    [InlineData("\"a@b\"@example.net", "\"***@example.net")]
    [InlineData("😀x@example.net", "😀***@example.net")]
    [InlineData("no address at all", "***")]
    [InlineData("", "***")]
    public void Mask_Recipient_LeavesDomainOnly(string recipient, string masked) => Assert.Equal(masked, RecipientMask.Mask(recipient));

    [Fact]
    public void For_Viewer_Masks() =>
        Assert.Equal("j***@example.net", RecipientMask.For("jane@example.net", InstallationRole.None, TenantRole.Viewer));

    [Fact]
    public void For_Operator_ShowsAsSubmitted() =>
        Assert.Equal("Jane@example.net", RecipientMask.For("Jane@example.net", InstallationRole.None, TenantRole.Operator));
}
