using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

public sealed class SqliteKilledFollowerTests(ITestOutputHelper output) : KilledFollowerTests(StorageProvider.Sqlite, output);
