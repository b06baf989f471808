using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>A batch that a restored database woke up with.</summary>
/// <param name="MaySent">Mails that are planned here and may have been sent after the copy was made.</param>
public sealed record FrozenBatch(RetryBatchRow Batch, int MaySent);
