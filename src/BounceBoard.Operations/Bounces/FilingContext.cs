using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Bounces;

/// <summary>What filing must know beside the reports: all read before the transaction begins.</summary>
/// <param name="Verified">The evidence's source vouches for it.</param>
/// <param name="Watch">False for sample data, whose domains are never looked up.</param>
internal sealed record FilingContext(
    TenantId Tenant, long EvidenceId, bool Verified, bool Watch, DateTimeOffset ReceivedAt, DateTimeOffset Now,
    IReadOnlyDictionary<BounceReport, EndpointComparison> Comparisons);
