namespace BounceBoard.Core.Tenants;

/// <summary>What a person may want to do in one tenant; see <see cref="RoleMatrix"/>.</summary>
public enum TenantAction
{
    /// <summary>See incidents, evidence and domains.</summary>
    See,

    /// <summary>See recipients unmasked.</summary>
    SeeRecipients,

    /// <summary>Upload or import evidence.</summary>
    UploadEvidence,

    /// <summary>Dismiss or reopen an incident, override a verdict, ask DNS again.</summary>
    HandleIncidents,

    /// <summary>Make, change and apply rules that say what a wording means.</summary>
    MakeRules,

    /// <summary>Tell what became of retries that a platform sent.</summary>
    ReportOutcomes,

    RequestRetry,

    ApproveRetry,

    /// <summary>Suppress an address or release it.</summary>
    Suppress,

    /// <summary>Stop all sending of the tenant.</summary>
    StopAll,

    ManageDomains,

    /// <summary>Sources of evidence and their secrets.</summary>
    ConfigureSources,

    /// <summary>Sender pools, routes, own networks, SMTP secrets.</summary>
    ManageRoutes,

    /// <summary>Members and their roles.</summary>
    ManageUsers,

    ManageTokens,

    /// <summary>Name and settings of the tenant.</summary>
    ManageSettings,

    /// <summary>Read and export the audit log.</summary>
    ReadAudit,

    /// <summary>Suspend, archive or restore the tenant.</summary>
    MoveState,
}
