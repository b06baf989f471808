using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

public sealed class PostgreSqlKilledHostTests(ITestOutputHelper output) : KilledHostTests(StorageProvider.PostgreSql, output);
