using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Engines;

/// <summary>The months of PostgreSQL's partitioned tables: made ahead of time, so that whole months can leave without a long lock.</summary>
public static class MonthPartitions
{
    private const int Ahead = 2;

    /// <summary>Makes this month's partitions and those of the next two, where they are missing. SQLite has none.</summary>
    public static async Task EnsureAsync(Database.Database database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            return;
        }
        var month = new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        await database.WriteAsync(
            Turn.Installation,
            async transaction =>
            {
                for (var i = 0; i <= Ahead; i++)
                {
                    await transaction.ExecuteAsync(Script(month.AddMonths(i)), new { }, cancellationToken);
                }
            },
            cancellationToken);
    }

    // Names and numbers of the house's own; DDL takes no parameters.
    private static string Script(DateTimeOffset month)
    {
        var name = FormattableString.Invariant($"{month:yyyy_MM}");
        var (from, until) = (RowIds.First(month), RowIds.First(month.AddMonths(1)));
        return FormattableString.Invariant($"""
            CREATE TABLE IF NOT EXISTS refusal_{name} PARTITION OF refusal FOR VALUES FROM ({from}) TO ({until});
            CREATE UNIQUE INDEX IF NOT EXISTS ux_refusal_{name}_fold ON refusal_{name} (tenant_id, fold_key);
            CREATE TABLE IF NOT EXISTS refusal_evidence_{name} PARTITION OF refusal_evidence FOR VALUES FROM ({from}) TO ({until});
            CREATE TABLE IF NOT EXISTS evidence_content_{name} PARTITION OF evidence_content FOR VALUES FROM ({from}) TO ({until});
            """);
    }
}
