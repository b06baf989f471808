using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Retries;

public sealed class PostgreSqlKilledSenderTests(ITestOutputHelper output) : KilledSenderTests(StorageProvider.PostgreSql, output);
