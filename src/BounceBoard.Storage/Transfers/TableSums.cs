namespace BounceBoard.Storage.Transfers;

/// <summary>Counts a table's rows and sums them up, one row in memory at a time.</summary>
internal static class TableSums
{
    public static async Task<MovedRows> OfSourceAsync(
        MoveSource source, MovedTable table, IReadOnlyList<MovedColumn> columns, CancellationToken cancellationToken)
    {
        var (sum, repaired) = (new RowSum(), 0L);
        await foreach (var row in source.RowsAsync(table, columns, null, cancellationToken))
        {
            sum.Add(row.Values);
            repaired += row.Repaired;
        }
        return new MovedRows(sum.Rows, sum.ToString(), repaired);
    }

    public static async Task<MovedRows> OfTargetAsync(
        Database.Database target, MovedTable table, IReadOnlyList<MovedColumn> columns, CancellationToken cancellationToken)
    {
        var sum = new RowSum();
        await using var connection = await target.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = MoveStatements.ReadAll(table, columns);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new object?[columns.Count];
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }
            sum.Add(row);
        }
        return new MovedRows(sum.Rows, sum.ToString(), 0);
    }
}
