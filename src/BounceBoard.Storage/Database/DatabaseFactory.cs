using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BounceBoard.Storage.Database;

/// <summary>Makes the one <see cref="Database"/> of the process: nobody can hold one whose schema is not this binary's.</summary>
internal static class DatabaseFactory
{
    public static Database Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        PrivateFolder.Ensure(options.DataDirectory);
        if (!File.Exists(options.DatabaseFile))
        {
            // The folder may have been made by an administrator with wider rights; SQLite's side files take the mode of this one.
            PrivateFile.Create(options.DatabaseFile);
        }
        var database = new Database(options.DatabaseFile);
        try
        {
            Migrations.Run(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
