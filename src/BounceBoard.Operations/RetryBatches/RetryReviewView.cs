using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Everything that an approver must see about a batch, as it is now.</summary>
/// <param name="GuardsNow">The guards of the plan, read again.</param>
/// <param name="Changes">What changed since the request, in words; empty when nothing did. With a change the plan cannot be approved.</param>
/// <param name="CannotApprove">Why this person cannot approve now; null when they can.</param>
/// <param name="Stops">Why nothing is sent at all; empty when sending is allowed.</param>
public sealed record RetryReviewView(
    RetryBatchRow Batch,
    IReadOnlyList<RetryTally> Tallies,
    IReadOnlyList<RetryGuard> GuardsNow,
    IReadOnlyList<string> Changes,
    string? CannotApprove,
    IReadOnlyList<RetryDecisionRow> Decisions,
    IReadOnlyList<SendingStopRow> Stops);
