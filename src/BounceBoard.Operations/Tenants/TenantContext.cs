using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Tenants;

/// <summary>A tenant as one person sees it: decides which buttons show. What may be done is checked again at every write.</summary>
/// <param name="Role">Role in this tenant; null for an owner of the installation who is no member.</param>
public sealed record TenantContext(TenantRow Tenant, TenantRole? Role, InstallationRole InstallationRole)
{
    /// <summary>Whether role and state of the tenant allow it.</summary>
    public bool Can(TenantAction action) =>
        RoleMatrix.Allows(action, InstallationRole, Role) && TenantStateRules.Problem(Tenant, action) is null;
}
