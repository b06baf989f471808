using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Tests;

/// <summary>The same rows through a queue and a pool of their own, as another process has them.</summary>
internal static class SecondNode
{
    public static Database.Database Of(Database.Database first) => first.Dialect.Provider == StorageProvider.Sqlite
        ? Storage.Database.Database.Sqlite(first.Name)
        : Storage.Database.Database.PostgreSql(first.ConnectionString);
}
