using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Audit;

/// <summary>The audit log of one tenant, checked.</summary>
/// <param name="Name">The tenant's slug; <c>installation</c> for the installation's own log.</param>
/// <param name="Rows">Lines that were read: up to and with the first broken one.</param>
/// <param name="Fault">The first line that does not hold; null when all do.</param>
public sealed record ChainReport(TenantId Tenant, string Name, long Rows, AuditFault? Fault);
