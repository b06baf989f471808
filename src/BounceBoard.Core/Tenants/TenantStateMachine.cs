namespace BounceBoard.Core.Tenants;

/// <summary>Life of a tenant: active, suspended (sees and takes in, sends nothing), archived (readable, jobs stopped).</summary>
public static class TenantStateMachine
{
    /// <summary>The next state, or null when the event is not possible: then no button shows.</summary>
    public static TenantState? Next(TenantState state, TenantEvent happened) => (state, happened) switch
    {
        (TenantState.Active, TenantEvent.Suspend) => TenantState.Suspended,
        (TenantState.Active, TenantEvent.Archive) => TenantState.Archived,
        (TenantState.Suspended, TenantEvent.Resume) => TenantState.Active,
        (TenantState.Suspended, TenantEvent.Archive) => TenantState.Archived,
        // Back to suspended, not to active: nothing starts to run by itself on a tenant that was laid away.
        (TenantState.Archived, TenantEvent.Restore) => TenantState.Suspended,
        _ => null,
    };
}
