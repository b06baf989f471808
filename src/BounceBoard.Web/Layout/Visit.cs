using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Web.Layout;

/// <summary>A person on a page. Decides what is shown; what may be done is checked again by every operation.</summary>
/// <param name="Tenants">Those the person may switch to, by name.</param>
/// <param name="Tenant">The tenant of the page's address; null on pages of the installation, and when there is none for this person.</param>
public sealed record Visit(
    Actor Actor, string DisplayName, InstallationRole Role, IReadOnlyList<TenantRow> Tenants, TenantContext? Tenant)
{
    public bool IsOwner => Role == InstallationRole.Owner;
}
