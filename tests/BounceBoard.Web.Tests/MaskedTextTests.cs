using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Tenants;
using Xunit;

namespace BounceBoard.Web.Tests;

public sealed class MaskedTextTests
{
    [Theory]
    [InlineData("550 5.1.1 <jane.doe@example.net>: unknown", "550 5.1.1 <j***@example.net>: unknown")]
    [InlineData("bounce+jane=example.net@acme.test", "b***@acme.test")]
    [InlineData("\"jane doe\"@example.net is unknown", "\"***@example.net is unknown")]
    [InlineData("no address here", "no address here")]
    public void For_Viewer_MasksEveryAddress(string text, string shown) => Assert.Equal(shown, MaskedText.For(As(TenantRole.Viewer), text));

    [Fact]
    public void For_Operator_ChangesNothing() => Assert.Equal("<jane@example.net>", MaskedText.For(As(TenantRole.Operator), "<jane@example.net>"));

    private static TenantContext As(TenantRole role) => new(
        new TenantRow { Id = new TenantId(1), Slug = "acme", Name = "Acme", State = TenantState.Active, IsDemo = false, CreatedAt = default },
        role, InstallationRole.None);
}
