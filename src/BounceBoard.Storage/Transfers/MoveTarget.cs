using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Transfers;

/// <summary>The PostgreSQL database that an installation moves into.</summary>
public sealed class MoveTarget : IDisposable
{
    private readonly Database.Database _database;
    private readonly MoveBook _book;

    private MoveTarget(Database.Database database) => (_database, _book) = (database, new MoveBook(database));

    /// <summary>For people, without a password.</summary>
    public string Name => _database.Name;

    /// <summary>What a connection string lacks; never shows it.</summary>
    public static string? Problem(string connectionString) =>
        new EngineOptionsCheck().Validate(null, new EngineOptions { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString }) is
        { Failed: true } failed ? failed.FailureMessage : null;

    /// <summary>Opens the database and brings its schema to this version.</summary>
    /// <exception cref="InvalidOperationException">It is of a newer version, or a script failed.</exception>
    public static MoveTarget Open(string connectionString)
    {
        var database = Database.Database.PostgreSql(connectionString);
        try
        {
            Migrations.Run(database);
            return new MoveTarget(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <returns>False when the database holds rows that no move has begun.</returns>
    public Task<bool> TryBeginAsync(CancellationToken cancellationToken) => _book.TryBeginAsync(cancellationToken);

    /// <summary>Checksums that an earlier, finished move noted; null while there is anything left to do.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> VerifiedAsync(CancellationToken cancellationToken)
    {
        var sums = (await _book.ReadAsync(cancellationToken)).Values.Where(state => state.Checksum is not null).ToDictionary(state => state.Name, state => state.Checksum ?? "");
        return sums.Count == MovedTable.All.Count ? sums : null;
    }

    /// <summary>Copies what the target does not have yet, table after table.</summary>
    /// <param name="progress">Told the table and how many of its rows stand, after each batch.</param>
    public async Task CopyAsync(MoveSource source, IProgress<(string Table, long Rows)> progress, CancellationToken cancellationToken)
    {
        await MonthPartitions.EnsureAsync(_database, await source.MonthsAsync(cancellationToken), cancellationToken);
        var states = await _book.ReadAsync(cancellationToken);
        foreach (var table in MovedTable.All.Where(table => states[table.Name] is { IsCopied: false }))
        {
            var columns = await TargetColumns.OfAsync(_database, table, cancellationToken);
            await new TableMove(_database, table, columns, progress).RunAsync(source, states[table.Name], cancellationToken);
            await _book.NoteCopiedAsync(table.Name, cancellationToken);
        }
    }

    /// <summary>Reads a table on both sides.</summary>
    public async Task<(MovedRows Source, MovedRows Target)> CompareAsync(MoveSource source, MovedTable table, CancellationToken cancellationToken)
    {
        var columns = await TargetColumns.OfAsync(_database, table, cancellationToken);
        // SQLite reads on the caller's thread.
        var there = Task.Run(() => TableSums.OfSourceAsync(source, table, columns, cancellationToken), cancellationToken);
        var here = await TableSums.OfTargetAsync(_database, table, columns, cancellationToken);
        return (await there, here);
    }

    /// <summary>Reads a table of the source alone.</summary>
    public async Task<MovedRows> SumAsync(MoveSource source, MovedTable table, CancellationToken cancellationToken) =>
        await TableSums.OfSourceAsync(source, table, await TargetColumns.OfAsync(_database, table, cancellationToken), cancellationToken);

    /// <summary>Notes that both sides are equal, and lets the server count what it holds, so that its first plans are good ones.</summary>
    public async Task FinishAsync(IReadOnlyDictionary<string, MovedRows> found, CancellationToken cancellationToken)
    {
        await using (var connection = await _database.OpenAsync(cancellationToken))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "ANALYZE";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await _book.NoteVerifiedAsync(found, cancellationToken);
    }

    public void Dispose() => _database.Dispose();
}
