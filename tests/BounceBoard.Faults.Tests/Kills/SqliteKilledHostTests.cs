using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

public sealed class SqliteKilledHostTests(ITestOutputHelper output) : KilledHostTests(StorageProvider.Sqlite, output);
