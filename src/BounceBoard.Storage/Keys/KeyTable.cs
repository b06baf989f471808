using BounceBoard.Storage.Engines;
using Dapper;
using Npgsql;

namespace BounceBoard.Storage.Keys;

/// <summary>
/// The Data Protection keys that nodes share through PostgreSQL. It blocks: Data Protection knows no other way to read keys, and does it once
/// a day. On a connection of its own, so that a pool that is in use to the last connection cannot keep the keys away.
/// </summary>
public sealed class KeyTable(Database.Database database)
{
    /// <summary>Whether the keys belong here; beside a SQLite file they are files.</summary>
    public bool IsShared => database.Dialect.Provider == StorageProvider.PostgreSql;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<KeyRow> List()
    {
        using var connection = Open();
        return List(connection, null);
    }

    /// <summary>Adds an element, unless another process was faster.</summary>
    /// <param name="known">Names its maker had seen: when there are others, the maker's reason may be gone and nothing is added. Null adds in any case.</param>
    /// <returns>False when it was not added.</returns>
    public bool Add(KeyRow key, IReadOnlySet<string>? known)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        // Two that found no key come one after the other; readers are not held up.
        connection.Execute("LOCK TABLE data_protection_key IN SHARE ROW EXCLUSIVE MODE", transaction: transaction);
        if (known is not null && List(connection, transaction).Any(row => !known.Contains(row.Name)))
        {
            return false;
        }
        connection.Execute(
            """INSERT INTO data_protection_key (name, xml, created_at) VALUES (@Name, @Xml, @CreatedAt)""",
            new { key.Name, key.Xml, key.CreatedAt }, transaction);
        transaction.Commit();
        return true;
    }

    private static List<KeyRow> List(NpgsqlConnection connection, NpgsqlTransaction? transaction) =>
        connection.Query<KeyRow>(
            """SELECT name, xml, created_at FROM data_protection_key ORDER BY created_at, name""", transaction: transaction).AsList();

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
