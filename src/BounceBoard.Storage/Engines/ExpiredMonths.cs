using System.Globalization;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Engines;

/// <summary>Months of PostgreSQL's partitioned tables that nobody keeps any more: a month leaves as a file, however many rows it holds.</summary>
public static class ExpiredMonths
{
    /// <summary>Months, by their first day, that ended before a moment, oldest first. SQLite has none.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset>> ListAsync(
        Database.Database database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            return [];
        }
        var months = new SortedSet<DateTimeOffset>();
        foreach (var (table, _) in MonthPartitions.Tables)
        {
            const string sql = """
                SELECT child.relname FROM pg_inherits
                JOIN pg_class child ON child.oid = pg_inherits.inhrelid
                WHERE pg_inherits.inhparent = to_regclass(@table)
                """;
            foreach (var name in await database.ListAsync<string>(sql, new { table }, cancellationToken))
            {
                if (MonthOf(table, name) is { } month && month.AddMonths(1) <= before)
                {
                    months.Add(month);
                }
            }
        }
        return [.. months];
    }

    /// <summary>
    /// Drops a month of every table. Not detached CONCURRENTLY first: that is not possible beside a default partition. The locks are short, and
    /// are waited for in short tries only.
    /// </summary>
    /// <param name="isStillExpired">Asked once the month is locked: somebody may have chosen to keep more meanwhile.</param>
    /// <returns>False when a table was too busy or the month is kept after all; what is left goes with the next call.</returns>
    public static async Task<bool> TryDropAsync(
        Database.Database database, DateTimeOffset month, Func<CancellationToken, Task<bool>> isStillExpired, CancellationToken cancellationToken)
    {
        foreach (var (table, id) in MonthPartitions.Tables)
        {
            var partition = new MonthPartition(table, id, month);
            if (await partition.ExistsAsync(database, cancellationToken)
                && !await partition.TryDropAsync(database, isStillExpired, cancellationToken))
            {
                return false;
            }
        }
        return true;
    }

    private static DateTimeOffset? MonthOf(string table, string partition) =>
        DateTimeOffset.TryParseExact(
            partition, $"'{table}_'yyyy'_'MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month) ? month : null;
}
