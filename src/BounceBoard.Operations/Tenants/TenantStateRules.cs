using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Tenants;

/// <summary>What the state of a tenant forbids to everyone: an archived one is only read, a suspended one sends nothing.</summary>
internal static class TenantStateRules
{
    /// <returns>A text for the person, or null when the state allows it.</returns>
    public static string? Problem(TenantRow tenant, TenantAction action) => tenant.State switch
    {
        TenantState.Active => null,
        TenantState.Suspended when Sends(action) => $"{tenant.Name} is suspended: nothing is sent. Resume it first.",
        TenantState.Suspended => null,
        TenantState.Archived when Reads(action) || action == TenantAction.MoveState => null,
        TenantState.Archived => $"{tenant.Name} is archived: it can be read but not changed. An owner can restore it.",
    };

    private static bool Reads(TenantAction action) => action is TenantAction.See or TenantAction.SeeRecipients or TenantAction.ReadAudit;

    private static bool Sends(TenantAction action) => action is TenantAction.RequestRetry or TenantAction.ApproveRetry;
}
