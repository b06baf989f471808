namespace BounceBoard.Operations.Backups;

/// <summary>Both sides are equal.</summary>
/// <param name="WasDone">An earlier run had copied and verified everything already.</param>
public sealed record MoveReport(IReadOnlyList<MovedTableReport> Tables, bool WasDone)
{
    public long Rows => Tables.Sum(table => table.Rows);

    public long Repaired => Tables.Sum(table => table.Repaired);
}
