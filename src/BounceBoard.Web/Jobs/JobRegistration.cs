using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Hangfire;
using Hangfire.PostgreSql;

namespace BounceBoard.Web.Jobs;

/// <summary>Hangfire only wakes; what is due stands in the database, so its memory may be lost.</summary>
internal static class JobRegistration
{
    // Of its own tables, which it makes and updates itself.
    private const string Schema = "hangfire";

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddHangfire((provider, hangfire) => hangfire.UseSimpleAssemblyNameTypeSerializer().UseQueue(provider.GetRequiredService<Database>()));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            // Recurring jobs with seconds come no oftener than they are looked for.
            server.SchedulePollingInterval = TimeSpan.FromSeconds(2);
            server.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddSingleton<Job>();
        services.AddHostedService<JobSchedule>();
        services.AddHostedService<DropFolderWatch>();
        services.AddHostedService<LogFollowWatch>();
        return services;
    }

    private static void UseQueue(this IGlobalConfiguration hangfire, Database database)
    {
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            hangfire.UseInMemoryStorage();
            return;
        }
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            // A job queued by this node wakes it at once; this is for those of others.
            QueuePollInterval = TimeSpan.FromSeconds(1),
            // Renewed while a job runs, so it is the wait for the jobs of a node that died.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(2),
            // A node killed while it held a lock leaves it: less than the 15 seconds for which a start waits to register a recurring job, else it fails.
            DistributedLockTimeout = TimeSpan.FromSeconds(10),
        };
        // Nodes that start together would make the tables at the same time.
        Migrations.InTurn(database, () => hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(database.ConnectionString), options));
    }
}
