using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>A plan that nobody has asked for yet.</summary>
/// <param name="PlanHash">What a request must name, so that nobody asks for another plan than the one that was shown; hexadecimal, lower case.</param>
/// <param name="Attempts">In the order of sending; ids are given when the batch is stored.</param>
public sealed record RetryDraft(RetryPlan Plan, string PlanHash, IReadOnlyList<RetryAttemptRow> Attempts);
