using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>Evidence that was read and waits to be filed.</summary>
internal sealed record ReadEvidence(
    DueEvidenceRow Row, TenantFacts Tenant, IReadOnlyList<BounceReport> Reports, IReadOnlyDictionary<BounceReport, EndpointComparison> Comparisons);
