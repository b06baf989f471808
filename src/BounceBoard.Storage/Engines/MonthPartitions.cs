namespace BounceBoard.Storage.Engines;

/// <summary>The months of PostgreSQL's partitioned tables: made ahead of time, so that whole months can leave without a long lock.</summary>
public static class MonthPartitions
{
    private const int Ahead = 2;

    // Ids below this are no times of the house's; they stay in the default partition.
    private const int FirstYear = 2000;

    /// <summary>Tables cut into months, with the column whose range is the month.</summary>
    internal static IReadOnlyList<(string Table, string Id)> Tables { get; } =
        [("refusal_evidence", "refusal_id"), ("refusal", "id"), ("evidence_content", "evidence_id")];

    /// <summary>Makes this month's partitions and those of the next two, where they are missing. SQLite has none.</summary>
    /// <returns>False when the tables were too busy to take one; rows go to the default partition until the next call moves them.</returns>
    public static Task<bool> EnsureAsync(Database.Database database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = StartOf(now);
        return EnsureAsync(database, Enumerable.Range(0, Ahead + 1).Select(month.AddMonths), cancellationToken);
    }

    /// <summary>Makes the partitions of these months, where they are missing; rows of theirs that went to the default partition move.</summary>
    internal static async Task<bool> EnsureAsync(
        Database.Database database, IEnumerable<DateTimeOffset> months, CancellationToken cancellationToken)
    {
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            return true;
        }
        var complete = true;
        foreach (var month in months.Where(month => month.Year >= FirstYear).Order())
        {
            foreach (var (table, id) in Tables)
            {
                var partition = new MonthPartition(table, id, month);
                complete &= await partition.ExistsAsync(database, cancellationToken) || await partition.TryMakeAsync(database, cancellationToken);
            }
        }
        return complete;
    }

    internal static DateTimeOffset StartOf(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
