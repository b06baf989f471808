using BounceBoard.Operations.Sources;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Takes in what lies in the watched folders.</summary>
[DisableConcurrentExecution(0)]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class DropFolderJob(DropFolderSweep sweep, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync("drop-folders", sweep.SweepAsync, cancellationToken);
}
