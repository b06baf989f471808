namespace BounceBoard.Operations.Backups;

/// <summary>A table that is equal on both sides.</summary>
/// <param name="Checksum">Over every column of every row.</param>
/// <param name="Repaired">Texts that the target cannot keep as they are and that were put right on the way.</param>
public sealed record MovedTableReport(string Table, long Rows, string Checksum, long Repaired);
