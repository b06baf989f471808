namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>A limit that lets nothing more through.</summary>
/// <param name="IsOfPerson">Only this recipient gets nothing; else nobody does until the day, UTC, is over.</param>
internal sealed record CapReached(string Words, bool IsOfPerson);
