namespace BounceBoard.Core.Tenants;

/// <summary>Who may do what: the one table of rights. Rows are actions, columns are roles.</summary>
public static class RoleMatrix
{
    // Columns: Owner, Technician, Admin, Operator, Approver, Viewer.
    private static readonly Dictionary<TenantAction, string> Rows = new()
    {
        //                                 O T A O A V
#pragma warning disable format // A table is read by its columns.
        [TenantAction.See]              = "x x x x x x",
        [TenantAction.SeeRecipients]    = "x x x x x -",
        [TenantAction.UploadEvidence]   = "x x x x - -",
        [TenantAction.HandleIncidents]  = "x x x x - -",
        [TenantAction.MakeRules]        = "x x x x - -",
        [TenantAction.ReportOutcomes]   = "x x x x - -",
        [TenantAction.RequestRetry]     = "x x x x - -",
        // A technician approves only where a tenant's setting says so; without that setting: no.
        [TenantAction.ApproveRetry]     = "x - x - x -",
        [TenantAction.Suppress]         = "x x x x - -",
        [TenantAction.StopAll]          = "x x x x x -",
        [TenantAction.ManageDomains]    = "x x x - - -",
        [TenantAction.ConfigureSources] = "x - x - - -",
        [TenantAction.ManageRoutes]     = "x - x - - -",
        [TenantAction.ManageUsers]      = "x - x - - -",
        [TenantAction.ManageTokens]     = "x - x - - -",
        [TenantAction.ManageSettings]   = "x - x - - -",
        [TenantAction.ReadAudit]        = "x - x - - -",
        [TenantAction.MoveState]        = "x - - - - -",
#pragma warning restore format
    };

    /// <summary>True when the person may do it; the better of both roles counts.</summary>
    /// <param name="tenant">Role in this tenant; null when the person is no member of it.</param>
    public static bool Allows(TenantAction action, InstallationRole installation, TenantRole? tenant) =>
        (installation == InstallationRole.Owner && Cell(action, 0)) || (tenant is { } role && Counts(role, installation) && Cell(action, Column(role)));

    // An assignment left over from a person who is no technician of the installation any more gives nothing.
    private static bool Counts(TenantRole role, InstallationRole installation) =>
        role != TenantRole.Technician || installation == InstallationRole.Technician;

    private static int Column(TenantRole role) => role switch
    {
        TenantRole.Technician => 1,
        TenantRole.Admin => 2,
        TenantRole.Operator => 3,
        TenantRole.Approver => 4,
        TenantRole.Viewer => 5,
    };

    private static bool Cell(TenantAction action, int column) => Rows.TryGetValue(action, out var row) && row[column * 2] == 'x';
}
