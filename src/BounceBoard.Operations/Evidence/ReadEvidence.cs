using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>Evidence that was read and waits to be filed.</summary>
/// <param name="Attempts">The delivery attempts among <paramref name="Reports"/> that are filed.</param>
internal sealed record ReadEvidence(
    DueEvidenceRow Row, TenantFacts Tenant, IReadOnlyList<BounceReport> Reports, IReadOnlyList<Attempt> Attempts,
    IReadOnlyDictionary<BounceReport, EndpointComparison> Comparisons)
{
    /// <summary>Refusals by our own server of clients that are not ours: seen, not filed.</summary>
    public int OnlySeen { get; init; }
}
