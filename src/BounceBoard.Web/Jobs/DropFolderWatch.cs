using BounceBoard.Operations.Sources;

namespace BounceBoard.Web.Jobs;

/// <summary>
/// Takes in what lies in the watched folders, every ten seconds on every node: a folder may stand on one node only, so its sweep is no job that any node
/// may take from the queue.
/// </summary>
internal sealed class DropFolderWatch(DropFolderSweep sweep, Job job, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await job.TryRunAsync("drop-folders", sweep.SweepAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
