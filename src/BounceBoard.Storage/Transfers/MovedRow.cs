using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Transfers;

/// <summary>One row on its way.</summary>
/// <param name="Values">In the order of the columns, as the target keeps them.</param>
/// <param name="Key">As the source holds it, where its order counts.</param>
/// <param name="Repaired">How many texts had to be put right.</param>
internal sealed record MovedRow(object?[] Values, IReadOnlyList<object> Key, int Repaired)
{
    public static MovedRow Of(MovedTable table, IReadOnlyList<MovedColumn> columns, SqliteDataReader reader)
    {
        var values = new object?[columns.Count];
        var repaired = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var value = reader.GetValue(i);
            try
            {
                values[i] = columns[i].Convert(value);
            }
            catch (InvalidDataException fault)
            {
                throw new InvalidOperationException($"Table {table.Name} of the source: {fault.Message}. Nothing of this table's batch was copied.", fault);
            }
            if (value is string && !ReferenceEquals(value, values[i]))
            {
                repaired++;
            }
        }
        return new MovedRow(values, [.. table.Key.Select(name => reader.GetValue(reader.GetOrdinal(name)))], repaired);
    }
}
