namespace BounceBoard.Core.RetryBatches;

/// <summary>What an approval fixes about one recipient.</summary>
/// <param name="Recipient">As submitted, case kept.</param>
/// <param name="Sender">Envelope sender of the original.</param>
/// <param name="OriginalId">Evidence that holds the original whole; null: the test message.</param>
public sealed record PlannedAttempt(int Stage, string Recipient, string Sender, string? Pool, long? OriginalId);
