using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.TestKit.Storage;

/// <summary>A real, migrated database of the engine the project is about, gone after the test.</summary>
public sealed class TempDatabase : IDisposable
{
    private readonly TestStorage _storage;

    public TempDatabase()
        : this(TestEngine.Current)
    {
    }

    public TempDatabase(StorageProvider engine)
    {
        Folder = Directory.CreateTempSubdirectory("bounceboard-test-").FullName;
        _storage = new TestStorage(engine, Folder);
        Database = _storage.Open();
    }

    public Database Database { get; }

    /// <summary>The data directory: holds SQLite's file and its write-ahead log and, with operations on top, the keys.</summary>
    public string Folder { get; }

    public void Dispose()
    {
        Database.Dispose();
        _storage.Dispose();
        TempFolder.Remove(Folder);
    }
}
