using System.Data.Common;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Tests.Replays;

/// <summary>All that a database holds, as text: to show that nothing of it changed.</summary>
internal static class EveryRow
{
    public static Task<IReadOnlyList<string>> OfAsync(Database database) => database.WriteAsync<IReadOnlyList<string>>(
        async transaction =>
        {
            var rows = new List<string>();
            foreach (var table in await ReadAsync(transaction, Tables(database)))
            {
                rows.AddRange((await ReadAsync(transaction, $"SELECT * FROM {table.Trim('|')}")).Select(row => $"{table} {row}"));
            }
            rows.Sort(StringComparer.Ordinal);
            return rows;
        },
        default);

    private static string Tables(Database database) => database.Dialect.Provider == StorageProvider.PostgreSql
        ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        : "SELECT name FROM sqlite_master WHERE type = 'table'";

    private static async Task<IReadOnlyList<string>> ReadAsync(DbTransaction transaction, string sql)
    {
        await using var command = (transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.")).CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}")));
        }
        return rows;
    }
}
