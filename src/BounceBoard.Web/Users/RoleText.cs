using BounceBoard.Core.Tenants;

namespace BounceBoard.Web.Users;

/// <summary>What a role lets a person do, in one sentence.</summary>
internal static class RoleText
{
    public static string Of(TenantRole role) => role switch
    {
        TenantRole.Technician => "Technician: works on incidents and domains; an assigned technician of the installation",
        TenantRole.Admin => "Admin: everything in this tenant, people and tokens included",
        TenantRole.Operator => "Operator: works on incidents, uploads evidence",
        TenantRole.Approver => "Approver: approves what others ask to send",
        TenantRole.Viewer => "Viewer: reads, with masked recipients",
    };

    public static string Of(InstallationRole role) => role switch
    {
        InstallationRole.None => "None: only what their tenants give them",
        InstallationRole.Technician => "Technician: works in the tenants they are assigned to",
        InstallationRole.Owner => "Owner: sees and changes everything",
    };
}
