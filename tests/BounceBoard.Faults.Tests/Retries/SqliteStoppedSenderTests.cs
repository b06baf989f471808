using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Retries;

public sealed class SqliteStoppedSenderTests(ITestOutputHelper output) : StoppedSenderTests(StorageProvider.Sqlite, output);
