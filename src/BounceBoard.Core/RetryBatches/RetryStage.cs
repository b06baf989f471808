namespace BounceBoard.Core.RetryBatches;

/// <summary>One step of a batch.</summary>
/// <param name="Number">1 and up.</param>
/// <param name="People">Recipients that it sends to.</param>
/// <param name="IsSample">Part of the sequential test; else the path is believed and the share counts.</param>
/// <param name="LeastAccepted">Recipients that must be accepted, of all decided so far in the test or of this stage; fewer halt the batch.</param>
public sealed record RetryStage(int Number, int People, bool IsSample, int LeastAccepted);
