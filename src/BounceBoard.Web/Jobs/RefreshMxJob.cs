using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Verdicts;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Asks DNS for the domains that are due, and decides again where an answer changed.</summary>
[DisableConcurrentExecution(0)]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class RefreshMxJob(MxRefresh refresh, VerdictDesk desk, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync("refresh-mx", RefreshAsync, cancellationToken);

    private async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        var changed = await refresh.RefreshDueAsync(cancellationToken);
        foreach (var domain in changed)
        {
            await desk.DecideForDomainAsync(domain, cancellationToken);
        }
        return changed.Count;
    }
}
