namespace BounceBoard.Core.Tenants;

/// <summary>What an owner does to a tenant as a whole.</summary>
public enum TenantEvent { Suspend, Resume, Archive, Restore }
