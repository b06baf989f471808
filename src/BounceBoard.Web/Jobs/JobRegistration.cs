using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Hangfire only wakes; what is due stands in the database, so its memory may be lost.</summary>
internal static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseInMemoryStorage());
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            // A cron with seconds is only as exact as this.
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddSingleton<Job>();
        services.AddHostedService<JobSchedule>();
        return services;
    }
}
