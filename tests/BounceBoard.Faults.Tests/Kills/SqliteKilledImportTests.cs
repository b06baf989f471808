using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

public sealed class SqliteKilledImportTests(ITestOutputHelper output) : KilledImportTests(StorageProvider.Sqlite, output);
