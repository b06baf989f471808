using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Works one slice of one tenant, then queues the next one behind what the other tenants have queued meanwhile.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [5, 20, 60], LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class SliceJob<TWork>(TWork work, SliceChains chains, IBackgroundJobClient jobs, Job job)
    where TWork : ITenantWork
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(10);

    public async Task RunAsync(long tenant, long chain, CancellationToken cancellationToken)
    {
        bool? goesOn = null;
        await job.RunAsync(
            $"{work.Name}-slice",
            async token =>
            {
                goesOn = await chains.WorkAsync(work, new SliceChain(new TenantId(tenant), chain), token);
                // A flood is many slices: their number is no news.
                return 0;
            },
            cancellationToken);
        if (goesOn == true)
        {
            jobs.Enqueue<SliceJob<TWork>>(slice => slice.RunAsync(tenant, chain, CancellationToken.None));
        }
        else if (goesOn is null)
        {
            // The host stops: the job server keeps the job for another node. Else the database was away.
            cancellationToken.ThrowIfCancellationRequested();
            jobs.Schedule<SliceJob<TWork>>(slice => slice.RunAsync(tenant, chain, CancellationToken.None), Later);
        }
    }
}
