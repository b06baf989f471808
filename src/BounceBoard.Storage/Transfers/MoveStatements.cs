using System.Globalization;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Transfers;

/// <summary>Statements put together from the names of the house's own tables and columns, and nothing else.</summary>
internal static class MoveStatements
{
    // Ids of one day share this quotient.
    private static readonly long IdsPerDay = RowIds.First(DateTimeOffset.UnixEpoch.AddDays(1));

    public static string Read(MovedTable table, IReadOnlyList<MovedColumn> columns, bool after)
    {
        var key = string.Join(", ", table.Key);
        var from = string.Join(", ", table.Key.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@k{i}")));
        return after
            ? $"""SELECT {Names(columns)} FROM {table.Name} WHERE ({key}) > ({from}) ORDER BY {key}"""
            : $"""SELECT {Names(columns)} FROM {table.Name} ORDER BY {key}""";
    }

    public static string ReadAll(MovedTable table, IReadOnlyList<MovedColumn> columns) => $"""SELECT {Names(columns)} FROM {table.Name}""";

    public static string Any(MovedTable table) => $"""SELECT EXISTS (SELECT 1 FROM {table.Name})""";

    public static string Days(string table, string id) => $"""SELECT DISTINCT {id} / {IdsPerDay} FROM {table}""";

    private static string Names(IReadOnlyList<MovedColumn> columns) => string.Join(", ", columns.Select(column => column.Name));
}
