using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Operations.Bounces;

/// <summary>What one piece of evidence says.</summary>
/// <param name="Verified">The evidence's source vouches for it.</param>
/// <param name="Comparisons">Of every refusal with a recipient, by the report itself.</param>
internal sealed record EvidenceReports(
    long EvidenceId, bool Verified, DateTimeOffset ReceivedAt, IReadOnlyList<Attempt> Attempts,
    IReadOnlyDictionary<BounceReport, EndpointComparison> Comparisons)
{
    /// <summary>Feedback reports: a recipient called a message unwanted.</summary>
    public IReadOnlyList<BounceReport> Complaints { get; init; } = [];
}
