namespace BounceBoard.Core.Tenants;

/// <summary>Life of a tenant. Archived: jobs stop, data stays readable.</summary>
public enum TenantState { Active, Suspended, Archived }
