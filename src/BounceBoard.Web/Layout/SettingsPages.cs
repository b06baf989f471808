using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;

namespace BounceBoard.Web.Layout;

/// <summary>The pages of a tenant's settings and the right each needs.</summary>
internal static class SettingsPages
{
    private static readonly (SettingsPage Page, TenantAction Needs)[] All =
    [
        (new("tenant", "Tenant"), TenantAction.ManageSettings),
        (new("people", "People"), TenantAction.ManageUsers),
        (new("routes", "Pools and routes"), TenantAction.ManageRoutes),
        (new("sending", "Retry routes"), TenantAction.ManageRoutes),
        (new("sources", "Sources"), TenantAction.ConfigureSources),
        (new("alerts", "Alerts"), TenantAction.ManageSettings),
        (new("retries", "Retries"), TenantAction.ManageSettings),
        (new("tokens", "API tokens"), TenantAction.ManageTokens),
        (new("wordings", "Wordings"), TenantAction.See),
        (new("replay", "Replay lab"), TenantAction.See),
    ];

    /// <summary>Pages this person may use; a right that only the tenant's state takes away still shows the page, to be read.</summary>
    public static IReadOnlyList<SettingsPage> Of(TenantContext tenant) =>
        [.. All.Where(entry => RoleMatrix.Allows(entry.Needs, tenant.InstallationRole, tenant.Role)).Select(entry => entry.Page)];

    public static SettingsPage? First(TenantContext tenant) => Of(tenant) is [var first, ..] ? first : null;
}
