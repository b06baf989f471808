using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Registers the recurring jobs at each start; a restart loses nothing because what is due stands in the database.</summary>
internal sealed class JobSchedule(IRecurringJobManager recurring, IBackgroundJobClient jobs) : IHostedService
{
    // Six fields: with seconds.
    private const string EveryTenSeconds = "*/10 * * * * *";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        recurring.AddOrUpdate<RefreshMxJob>("refresh-mx", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<DecideDueJob>("decide-due", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<ParseDueJob>("parse-due", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<DropFolderJob>("drop-folders", job => job.RunAsync(CancellationToken.None), EveryTenSeconds);
        jobs.Enqueue<ParseDueJob>(job => job.RunAsync(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
