using BounceBoard.Operations.Sources;

namespace BounceBoard.Web.Jobs;

/// <summary>
/// Takes what followed logs have grown by, every two seconds on every node: a log stands on one machine only, so following it is no job that any node
/// may take from the queue.
/// </summary>
internal sealed class LogFollowWatch(LogFollowing following, Job job, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await job.TryRunAsync("followed-logs", SweepAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A piece every few seconds is no news.
    private async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await following.SweepAsync(cancellationToken);
        return 0;
    }
}
