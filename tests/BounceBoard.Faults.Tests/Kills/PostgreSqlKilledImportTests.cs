using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

public sealed class PostgreSqlKilledImportTests(ITestOutputHelper output) : KilledImportTests(StorageProvider.PostgreSql, output);
