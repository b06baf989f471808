using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>A batch and how its attempts stand.</summary>
public sealed record RetryListRow(RetryBatchRow Batch, OutcomeCounts Counts);
