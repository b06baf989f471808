using BounceBoard.Storage.Engines;
using Npgsql;

namespace BounceBoard.Storage.Database;

/// <summary>One process at a time brings the schema up; the lock ends with its connection.</summary>
internal sealed class MigrationTurn(NpgsqlConnection? connection) : IDisposable
{
    public static MigrationTurn Take(Database database)
    {
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            // A second process waits at the file's own lock.
            return new MigrationTurn(null);
        }
        // Not pooled: a pooled connection would keep the lock.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_lock(4, 0)";
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
            return new MigrationTurn(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => connection?.Dispose();
}
