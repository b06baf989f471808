using System.Data.Common;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>Writes rows by the house's bulk statements over a connection that need not survive a power cut.</summary>
internal sealed class SeedWriter : IAsyncDisposable
{
    private const int Batch = 100_000;
    private readonly DbConnection _connection;

    private SeedWriter(DbConnection connection) => _connection = connection;

    public static async Task<SeedWriter> OpenAsync(Database database, CancellationToken cancellationToken)
    {
        DbConnection connection = database.Dialect.Provider == StorageProvider.PostgreSql
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Dialect.Provider == StorageProvider.PostgreSql
            ? "SET synchronous_commit = off"
            : "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA wal_autocheckpoint = 20000;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new SeedWriter(connection);
    }

    public async Task WriteAsync<T>(BulkTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        foreach (var part in rows.Chunk(Batch))
        {
            await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
            await transaction.InsertAsync(table, part, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Work on the installation's own rows.</summary>
    public async Task RunAsync(Func<DbTransaction, Task> work, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        await work(transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What the server does by itself in the days in which so many rows arrive.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = _connection is NpgsqlConnection ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
