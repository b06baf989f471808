using System.Data.Common;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Database;

/// <summary>Opens connections for readers and runs writers in their turn.</summary>
public sealed class Database : IDisposable
{
    private readonly IConnections _connections;

    // SQLite has a single writer: the house queues for it instead of meeting a busy file.
    private readonly SemaphoreSlim? _writer;

    private NodeNumber? _node;

    private Database(IConnections connections, Dialect dialect, Outage? outage)
    {
        (_connections, Dialect) = (connections, dialect);
        Outage = outage ?? new Outage(TimeProvider.System, TimeSpan.Zero);
        _writer = dialect.Provider == StorageProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;
        TypeHandlers.Register();
    }

    public Dialect Dialect { get; }

    /// <summary>Whether it answers.</summary>
    public Outage Outage { get; }

    /// <summary>For people: which file, or which database on which server. Without a password.</summary>
    public string Name => _connections.Name;

    /// <summary>With everything that is needed to connect, the password too.</summary>
    public string ConnectionString => _connections.ConnectionString;

    /// <summary>A SQLite file.</summary>
    /// <param name="file">Its folder is made when missing.</param>
    /// <param name="outage">Learns of its faults; null: nobody does.</param>
    public static Database Sqlite(string file, Outage? outage = null) => new(new SqliteConnections(file), Dialect.Sqlite, outage);

    /// <summary>A database on a PostgreSQL server.</summary>
    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <param name="outage">Learns of its faults; null: nobody does.</param>
    /// <exception cref="ArgumentException">The text is no connection string.</exception>
    public static Database PostgreSql(string connectionString, Outage? outage = null) =>
        new(new PostgresConnections(connectionString), Dialect.PostgreSql, outage);

    /// <summary>A connection for reading; the caller disposes it.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _connections.OpenAsync(cancellationToken);
        }
        catch (DbException fault) when (StorageFaults.Of(fault) == StorageFault.Outage)
        {
            Outage.Begin(fault);
            throw;
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it; any exception rolls back. What certainly left nothing behind (no connection, no
    /// turn, a collision) is tried again for a moment, so <paramref name="work"/> may run more than once. A commit without an answer is not: whoever
    /// may repeat it says so by <see cref="Outage.HoldAsync"/>.
    /// </summary>
    /// <param name="turn">What this may run beside.</param>
    /// <returns>What <paramref name="work"/> returns, after the commit is on disk.</returns>
    public async Task<T> WriteAsync<T>(Turn turn, Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await (_writer?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            var tries = new WriteTries();
            while (true)
            {
                try
                {
                    tries.Begin();
                    var result = await TryWriteAsync(turn, work, tries, cancellationToken);
                    Outage.End();
                    return result;
                }
                catch (DbException fault) when (MayRepeat(fault, tries))
                {
                    await tries.WaitAsync(cancellationToken);
                }
            }
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}(Turn, Func{DbTransaction, Task{T}}, CancellationToken)"/>
    public Task WriteAsync(Turn turn, Func<DbTransaction, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            turn,
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancellationToken);

    /// <summary>In the installation's turn: beside nothing, which is never wrong.</summary>
    /// <inheritdoc cref="WriteAsync{T}(Turn, Func{DbTransaction, Task{T}}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(Turn.Installation, work, cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}(Func{DbTransaction, Task{T}}, CancellationToken)"/>
    public Task WriteAsync(Func<DbTransaction, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(Turn.Installation, work, cancellationToken);

    /// <summary>Makes this process one of the database's nodes until the end: its row ids bear a number that no other process has.</summary>
    /// <exception cref="InvalidOperationException">As many processes as there are numbers use the database.</exception>
    internal void Join(TimeProvider time) => _node ??= NodeNumber.Take(this, time);

    public void Dispose()
    {
        _node?.Dispose();
        _writer?.Dispose();
        _connections.Dispose();
    }

    private async Task<T> TryWriteAsync<T>(Turn turn, Func<DbTransaction, Task<T>> work, WriteTries tries, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Transaction(turn);
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(_connections.Isolation, cancellationToken);
        await Dialect.TakeTurnAsync(transaction, turn, cancellationToken);
        tries.HasBegun = true;
        var result = await work(transaction);
        using (StorageTrace.Commit())
        {
            await transaction.CommitAsync(cancellationToken);
        }
        return result;
    }

    private bool MayRepeat(DbException fault, WriteTries tries)
    {
        Outage.Covers(fault);
        return tries.MayRepeat(fault);
    }
}
