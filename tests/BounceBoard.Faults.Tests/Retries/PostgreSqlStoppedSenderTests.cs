using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Retries;

public sealed class PostgreSqlStoppedSenderTests(ITestOutputHelper output) : StoppedSenderTests(StorageProvider.PostgreSql, output);
