using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Retries;

public sealed class SqliteKilledSenderTests(ITestOutputHelper output) : KilledSenderTests(StorageProvider.Sqlite, output);
