using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Transfers;

/// <summary>Asks the target which columns a table has, and of what type.</summary>
internal static class TargetColumns
{
    public static async Task<IReadOnlyList<MovedColumn>> OfAsync(Database.Database target, MovedTable table, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT column_name AS name, data_type AS type FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = @Name
            ORDER BY ordinal_position
            """;
        var found = await target.ListAsync<Column>(sql, new { table.Name }, cancellationToken);
        return [.. found.Select(column => new MovedColumn(column.Name, KindOf(table, column)))];
    }

    private static MovedKind KindOf(MovedTable table, Column column) => column.Type switch
    {
        "bigint" => MovedKind.Bigint,
        "integer" => MovedKind.Integer,
        "boolean" => MovedKind.Boolean,
        "text" => MovedKind.Text,
        "bytea" => MovedKind.Bytes,
        _ => throw new InvalidOperationException($"{table.Name}.{column.Name} is of type {column.Type}, which a move does not know."),
    };

    private sealed class Column
    {
        public required string Name { get; init; }

        public required string Type { get; init; }
    }
}
