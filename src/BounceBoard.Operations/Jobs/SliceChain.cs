using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Jobs;

/// <summary>The slices of one tenant's due work, one after the other: each queues the next at the tail.</summary>
public sealed record SliceChain(TenantId Tenant, long Id);
