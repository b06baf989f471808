namespace BounceBoard.Operations.Backups;

/// <summary>A move copies, then reads both sides.</summary>
public enum MovePhase { Copy, Compare }
