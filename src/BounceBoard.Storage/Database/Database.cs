using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Database;

/// <summary>Opens connections for readers and runs one writer at a time: SQLite has a single writer, so the house queues for it.</summary>
public sealed class Database : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly string _connectionString;

    /// <param name="file">Path of the SQLite file; its folder is made when missing.</param>
    public Database(string file)
    {
        File = Path.GetFullPath(file);
        PrivateFolder.Ensure(Path.GetDirectoryName(File) ?? File);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = File,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        TypeHandlers.Register();
    }

    public string File { get; }

    public string ConnectionString => _connectionString;

    /// <summary>A connection for reading; the caller disposes it.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // FULL: what was acknowledged survives the loss of power, not only of the process.
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    /// <summary>Runs <paramref name="work"/> in one transaction and commits it; any exception rolls back.</summary>
    /// <returns>What <paramref name="work"/> returns, after the commit is on disk.</returns>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            // IMMEDIATE by default: a second process waits here instead of failing in the middle.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            var result = await work(transaction);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DbTransaction, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancellationToken);

    public void Dispose() => _writer.Dispose();
}
