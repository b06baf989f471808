using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Verdicts;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>
/// Asks DNS for the domains that are due; where an answer changed, decides again and has the domain examined soon. Nodes share the domains: each look is claimed. On one node a second
/// run beside the first would only take the workers from other jobs.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class RefreshMxJob(MxRefresh refresh, VerdictDesk desk, ExamDesk exams, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAloneAsync("refresh-mx", RefreshAsync, cancellationToken);

    private async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        var changed = await refresh.RefreshDueAsync(cancellationToken);
        foreach (var domain in changed)
        {
            await desk.DecideForDomainAsync(domain, cancellationToken);
        }
        await exams.HurryAsync(changed, cancellationToken);
        return changed.Count;
    }
}
