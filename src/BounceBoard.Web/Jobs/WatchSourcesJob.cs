using BounceBoard.Operations.Sources;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Looks for sources that fell silent.</summary>
[DisableConcurrentExecution(0)]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class WatchSourcesJob(SourceWatch watch, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync("watch-sources", watch.RunAsync, cancellationToken);
}
