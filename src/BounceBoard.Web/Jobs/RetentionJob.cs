using BounceBoard.Operations.Retention;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Removes what is kept no longer, and makes the months to come.</summary>
[DisableConcurrentExecution(0)]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class RetentionJob(RetentionSweep sweep, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync("retention", sweep.RunAsync, cancellationToken);
}
