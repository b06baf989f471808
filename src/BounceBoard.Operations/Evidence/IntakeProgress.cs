namespace BounceBoard.Operations.Evidence;

/// <summary>How far an intake is; what it counts is committed.</summary>
public sealed record IntakeProgress(int Received, int Stored, int Duplicates, int Quarantined);
