using BounceBoard.Operations.Verdicts;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Decides again where only time has passed: a verdict that waits, an incident that went quiet.</summary>
[DisableConcurrentExecution(0)]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class DecideDueJob(VerdictDesk desk, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync("decide-due", desk.DecideDueAsync, cancellationToken);
}
