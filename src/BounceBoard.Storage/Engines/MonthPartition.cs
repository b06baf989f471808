using System.Data.Common;
using System.Globalization;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Engines;

/// <summary>One month of one table. Names and numbers are the house's own; DDL takes no parameters.</summary>
internal sealed record MonthPartition(string Table, string Id, DateTimeOffset Month)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private string Name => string.Create(Plain, $"{Table}_{Month:yyyy_MM}");

    private string Bounds => string.Create(Plain, $"FROM ({RowIds.First(Month)}) TO ({RowIds.First(Month.AddMonths(1))})");

    private string Rest => $"{Table}_rest";

    public async Task<bool> ExistsAsync(Database.Database database, CancellationToken cancellationToken) =>
        await database.FindAsync<bool>("""SELECT to_regclass(@Name) IS NOT NULL""", new { Name }, cancellationToken);

    /// <summary>Makes the month, with the rows of it that came before it was made.</summary>
    public Task<bool> TryMakeAsync(Database.Database database, CancellationToken cancellationToken) =>
        ShortLock.TryAsync(
            database,
            async transaction =>
            {
                // Nobody adds a row of this month to the default partition from here on.
                await RunAsync(transaction, $"LOCK TABLE {Rest} IN ACCESS EXCLUSIVE MODE", cancellationToken);
                var range = new { from = RowIds.First(Month), until = RowIds.First(Month.AddMonths(1)) };
                var isLate = await transaction.FindAsync<bool>(
                    $"""SELECT EXISTS (SELECT 1 FROM {Rest} WHERE {Id} >= @from AND {Id} < @until)""", range, cancellationToken);
                await RunAsync(transaction, isLate ? MakeAndMove : Make, cancellationToken);
                if (Table == "refusal")
                {
                    await RunAsync(transaction, $"CREATE UNIQUE INDEX IF NOT EXISTS ux_{Name}_fold ON {Name} (tenant_id, fold_key)", cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Removes the month with all its rows.</summary>
    /// <param name="isStillExpired">Asked when nobody else can read the month any more.</param>
    /// <returns>False when the table was too busy, or the month is kept after all.</returns>
    public async Task<bool> TryDropAsync(Database.Database database, Func<CancellationToken, Task<bool>> isStillExpired, CancellationToken cancellationToken)
    {
        var isDropped = false;
        await ShortLock.TryAsync(
            database,
            async transaction =>
            {
                await RunAsync(transaction, $"LOCK TABLE {Name} IN ACCESS EXCLUSIVE MODE", cancellationToken);
                if (await isStillExpired(cancellationToken))
                {
                    await RunAsync(transaction, $"DROP TABLE {Name}", cancellationToken);
                    isDropped = true;
                }
            },
            cancellationToken);
        return isDropped;
    }

    private string Make => $"CREATE TABLE IF NOT EXISTS {Name} PARTITION OF {Table} FOR VALUES {Bounds}";

    // A partition cannot be made over rows that stand in the default one: they go into a table of their own first.
    private string MakeAndMove => string.Create(Plain, $"""
        CREATE TABLE {Name} (LIKE {Table} INCLUDING DEFAULTS);
        WITH moved AS (DELETE FROM {Rest} WHERE {Id} >= {RowIds.First(Month)} AND {Id} < {RowIds.First(Month.AddMonths(1))} RETURNING {Rest}.*)
        INSERT INTO {Name} SELECT moved.* FROM moved;
        ALTER TABLE {Table} ATTACH PARTITION {Name} FOR VALUES {Bounds}
        """);

    private static Task<int> RunAsync(DbTransaction transaction, string sql, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(sql, new { }, cancellationToken);
}
