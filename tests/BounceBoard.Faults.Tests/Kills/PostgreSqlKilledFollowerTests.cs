using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

public sealed class PostgreSqlKilledFollowerTests(ITestOutputHelper output) : KilledFollowerTests(StorageProvider.PostgreSql, output);
