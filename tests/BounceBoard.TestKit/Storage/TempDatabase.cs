using BounceBoard.Storage.Database;
using Microsoft.Data.Sqlite;

namespace BounceBoard.TestKit.Storage;

/// <summary>A real, migrated SQLite file in its own folder, gone after the test.</summary>
public sealed class TempDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bounceboard-test-").FullName;

    public TempDatabase()
    {
        Database = Database.Sqlite(new StorageOptions { DataDirectory = _folder }.DatabaseFile);
        Migrations.Run(Database);
    }

    public Database Database { get; }

    /// <summary>The data directory: holds the file, its write-ahead log and, with operations on top, the keys.</summary>
    public string Folder => _folder;

    public void Dispose()
    {
        Database.Dispose();
        using (var connection = new SqliteConnection(Database.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }
        Directory.Delete(_folder, recursive: true);
    }
}
