using System.Data;
using System.Data.Common;
using BounceBoard.Storage.Database;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Engines;

/// <summary>Connections to a SQLite file.</summary>
internal sealed class SqliteConnections : IConnections
{
    public SqliteConnections(string file)
    {
        Name = Path.GetFullPath(file);
        PrivateFolder.Ensure(Path.GetDirectoryName(Name) ?? Name);
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Name, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
    }

    public string Name { get; }

    public string ConnectionString { get; }

    // BEGIN IMMEDIATE: a second process waits here instead of failing in the middle.
    public IsolationLevel Isolation => IsolationLevel.Serializable;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            // FULL: what was acknowledged survives the loss of power, not only of the process. Room for 32 MB in memory and in the journal: a batch
            // that changes many pages of its indexes writes each of them once.
            command.CommandText = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8192;
                """;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
