using BounceBoard.Storage.Engines;
using Dapper;
using Npgsql;

namespace BounceBoard.Storage.Transfers;

/// <summary>Keeps a database closed into which an installation is moving: half of it must not be taken for all.</summary>
internal static class UnfinishedMove
{
    /// <exception cref="InvalidOperationException">A move into the database has begun and has not been verified.</exception>
    public static void Refuse(Database.Database database)
    {
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            return;
        }
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        // Two statements: the second one names a table that most databases do not have.
        if (connection.ExecuteScalar<bool>("""SELECT to_regclass('copy_progress') IS NOT NULL""")
            && connection.ExecuteScalar<bool>("""SELECT EXISTS (SELECT 1 FROM copy_progress WHERE checksum IS NULL)"""))
        {
            throw new InvalidOperationException(
                $"An installation is being copied into the database {database.Name} and is not complete. " +
                "Run 'bounceboard admin copy-to-postgres' again until it says that both sides are equal.");
        }
    }
}
