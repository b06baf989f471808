using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Postgres;
using Microsoft.Data.Sqlite;

namespace BounceBoard.TestKit.Storage;

/// <summary>Where one test keeps its rows: a file in its data directory, or a database of its own on the shared server.</summary>
public sealed class TestStorage : IDisposable
{
    private readonly string _dataDirectory;
    private readonly PostgresDatabase? _postgres;

    public TestStorage(StorageProvider engine, string dataDirectory)
    {
        _dataDirectory = dataDirectory;
        _postgres = engine == StorageProvider.PostgreSql ? SharedPostgres.CreateDatabase() : null;
    }

    /// <summary>What a host or a command line must be told to work on the same rows: keys as in the sample file.</summary>
    public IReadOnlyDictionary<string, string> Settings => _postgres is null
        ? new Dictionary<string, string> { ["BounceBoard:DataDirectory"] = _dataDirectory }
        : new Dictionary<string, string>
        {
            ["BounceBoard:DataDirectory"] = _dataDirectory,
            ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
            ["Storage:ConnectionString"] = _postgres.ConnectionString,
        };

    private string File => new StorageOptions { DataDirectory = _dataDirectory }.DatabaseFile;

    /// <summary>The rows as one more process would see them; the schema is this binary's.</summary>
    public Database Open()
    {
        if (_postgres is not null)
        {
            return Database.PostgreSql(_postgres.ConnectionString);
        }
        var database = Database.Sqlite(File);
        Migrations.Run(database);
        return database;
    }

    /// <summary>Lets go of the file, or drops the database; the folder is its owner's to delete.</summary>
    public void Dispose()
    {
        if (_postgres is not null)
        {
            _postgres.Dispose();
            return;
        }
        using var database = Database.Sqlite(File);
        using var connection = new SqliteConnection(database.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
