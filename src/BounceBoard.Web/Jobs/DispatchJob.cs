using BounceBoard.Operations.Jobs;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Queues one slice for each tenant that has due work of this kind and no slice queued.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class DispatchJob<TWork>(TWork work, SliceChains chains, IBackgroundJobClient jobs, Job job)
    where TWork : ITenantWork
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync($"{work.Name}-dispatch", DispatchAsync, cancellationToken);

    private async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var begun = await chains.BeginAsync(work, cancellationToken);
        foreach (var chain in begun)
        {
            jobs.Enqueue<SliceJob<TWork>>(slice => slice.RunAsync(chain.Tenant.Value, chain.Id, CancellationToken.None));
        }
        return begun.Count;
    }
}
