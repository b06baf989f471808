using System.Diagnostics;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Transfers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BounceBoard.Storage.Database;

/// <summary>Makes the one <see cref="Database"/> of the process: nobody can hold one whose schema is not this binary's.</summary>
internal static class DatabaseFactory
{
    /// <exception cref="InvalidOperationException">The server did not answer in time, or the schema does not fit.</exception>
    public static Database Open(IServiceProvider services)
    {
        var outage = services.GetRequiredService<Outage>();
        // Nobody asks for it later, and from here on it has something to say.
        services.GetRequiredService<OutageLog>();
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            var database = Create(services, outage);
            try
            {
                Migrations.Run(database);
                UnfinishedMove.Refuse(database);
                database.Join(services.GetService<TimeProvider>() ?? TimeProvider.System);
                outage.End();
                return database;
            }
            catch (Exception fault) when (StorageFaults.Of(fault) is StorageFault.Outage)
            {
                // A machine that starts as a whole starts its database beside us.
                outage.Begin(fault);
                var name = database.Name;
                database.Dispose();
                if (Stopwatch.GetElapsedTime(started) >= outage.Patience)
                {
                    throw new InvalidOperationException(
                        $"The database {name} did not answer for {outage.Patience.TotalSeconds} s (Storage:PatienceSeconds): {fault.GetBaseException().Message.TrimEnd('.')}. " +
                        "Start its server, or correct Storage:ConnectionString.", fault);
                }
                stopping.WaitHandle.WaitOne(TimeSpan.FromSeconds(1));
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
    }

    private static Database Create(IServiceProvider services, Outage outage)
    {
        var engine = services.GetRequiredService<IOptions<EngineOptions>>().Value;
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        PrivateFolder.Ensure(options.DataDirectory);
        return engine.Provider == StorageProvider.PostgreSql
            ? Database.PostgreSql(engine.ConnectionString, outage)
            : OpenFile(options.DatabaseFile, outage);
    }

    private static Database OpenFile(string file, Outage outage)
    {
        if (!File.Exists(file))
        {
            // The folder may have been made by an administrator with wider rights; SQLite's side files take the mode of this one.
            PrivateFile.Create(file);
        }
        return Database.Sqlite(file, outage);
    }
}
