using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Evidence;

/// <summary>Where an import goes.</summary>
public sealed record ImportTarget(TenantId Tenant, long SourceId);
