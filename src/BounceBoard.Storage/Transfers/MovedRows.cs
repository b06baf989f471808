namespace BounceBoard.Storage.Transfers;

/// <summary>What one side holds of a table.</summary>
/// <param name="Checksum">Over every column of every row.</param>
/// <param name="Repaired">Texts that the target cannot keep as they are (NUL, half a surrogate pair) and that were put right on the way.</param>
public sealed record MovedRows(long Rows, string Checksum, long Repaired);
