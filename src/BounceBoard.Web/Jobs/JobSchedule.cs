using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Verdicts;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>
/// Registers the recurring jobs at each start, every node the same ones by the same names; a restart loses nothing because what is due stands in the
/// database.
/// </summary>
internal sealed class JobSchedule(IRecurringJobManager recurring, IBackgroundJobClient jobs, SliceChains chains) : IHostedService
{
    // The pace of a batch is kept by the database; this is how soon an approved one begins, and how late a mail may be.
    private const string EveryTwoSeconds = "*/2 * * * * *";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await chains.StartAsync(cancellationToken);
        recurring.AddOrUpdate<RefreshMxJob>("refresh-mx", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<WatchSourcesJob>("watch-sources", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<RetentionJob>("retention", job => job.RunAsync(CancellationToken.None), Cron.Daily(3, 17));
        recurring.AddOrUpdate<DispatchJob<VerdictDesk>>("decide-due", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<DispatchJob<DismissalWatch>>("dismissals", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        // A tenant's routes are due once a day, and at once after they were saved.
        recurring.AddOrUpdate<DispatchJob<RouteWatch>>("route-check", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        // A domain is due every hour, and soon after its DNS was seen to change.
        recurring.AddOrUpdate<DispatchJob<ExamDesk>>("examine-domains", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<DispatchJob<EvidenceParsing>>("parse-due", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<DispatchJob<AlertDesk>>("send-alerts", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        recurring.AddOrUpdate<DispatchJob<RetryDesk>>("retries", job => job.RunAsync(CancellationToken.None), EveryTwoSeconds);
        jobs.Enqueue<DispatchJob<EvidenceParsing>>(job => job.RunAsync(CancellationToken.None));
        jobs.Enqueue<DispatchJob<VerdictDesk>>(job => job.RunAsync(CancellationToken.None));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
