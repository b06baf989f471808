using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Transfers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BounceBoard.Storage.Database;

/// <summary>Makes the one <see cref="Database"/> of the process: nobody can hold one whose schema is not this binary's.</summary>
internal static class DatabaseFactory
{
    public static Database Open(IServiceProvider services)
    {
        var engine = services.GetRequiredService<IOptions<EngineOptions>>().Value;
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        PrivateFolder.Ensure(options.DataDirectory);
        var database = engine.Provider == StorageProvider.PostgreSql
            ? Database.PostgreSql(engine.ConnectionString)
            : OpenFile(options.DatabaseFile);
        try
        {
            Migrations.Run(database);
            UnfinishedMove.Refuse(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static Database OpenFile(string file)
    {
        if (!File.Exists(file))
        {
            // The folder may have been made by an administrator with wider rights; SQLite's side files take the mode of this one.
            PrivateFile.Create(file);
        }
        return Database.Sqlite(file);
    }
}
