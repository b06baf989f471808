using BounceBoard.Storage.Evidence;

namespace BounceBoard.Web.Evidence;

/// <summary>What the evidence list shows.</summary>
/// <param name="OlderBefore">Id from which the next page goes on; null when this is the last.</param>
public sealed record EvidenceListData(IReadOnlyList<EvidenceRow> Rows, IntakeCounts Counts, long? OlderBefore);
