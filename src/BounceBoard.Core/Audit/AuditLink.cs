using BounceBoard.Core.Tenants;

namespace BounceBoard.Core.Audit;

/// <summary>One stored row of a tenant's audit chain.</summary>
/// <param name="Seq">1, 2, 3 … without gaps.</param>
/// <param name="PreviousHash">Hash of the row before; empty for the first.</param>
public sealed record AuditLink(TenantId Tenant, long Seq, AuditEntry Entry, string PreviousHash, string Hash);
