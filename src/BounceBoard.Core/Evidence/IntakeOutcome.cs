namespace BounceBoard.Core.Evidence;

/// <summary>What became of one item that was received: received = stored + duplicates + quarantined.</summary>
public enum IntakeOutcome { Stored, Duplicate, Quarantined }
