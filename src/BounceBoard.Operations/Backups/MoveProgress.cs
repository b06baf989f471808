namespace BounceBoard.Operations.Backups;

/// <summary>Where a move is.</summary>
/// <param name="Rows">Of the table that stand in the target now.</param>
public sealed record MoveProgress(MovePhase Phase, string Table, long Rows);
