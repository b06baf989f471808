using System.Collections.Concurrent;
using System.Diagnostics;
using BounceBoard.Storage.Database;

namespace BounceBoard.Web.Jobs;

/// <summary>The job boundary: what goes wrong in a run is logged here once; the next run finds the same due rows.</summary>
internal sealed partial class Job(Outage outage, ILogger<Job> log)
{
    private readonly ConcurrentDictionary<string, bool> _running = new();

    /// <summary>Runs and lets the job server see the fault.</summary>
    public async Task RunAsync(string name, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var done = await work(cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            if (done > 0)
            {
                LogDone(name, done, took);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; what is left stays due.
        }
        catch (Exception fault) when (outage.Covers(fault) is true)
        {
            // Said once, by the outage itself; the next run finds the same due rows.
        }
        catch (Exception fault)
        {
            LogFailed(name, fault);
            throw;
        }
    }

    /// <summary>Runs unless a run of that name goes on in this process.</summary>
    public async Task RunAloneAsync(string name, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        if (!_running.TryAdd(name, true))
        {
            return;
        }
        try
        {
            await RunAsync(name, work, cancellationToken);
        }
        finally
        {
            _running.TryRemove(name, out _);
        }
    }

    /// <summary>Runs where no job server stands behind: the fault ends here.</summary>
    public async Task TryRunAsync(string name, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(name, work, cancellationToken);
        }
        catch (Exception)
        {
            // Logged above.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Name}: {Done} done in {Took}.")]
    private partial void LogDone(string name, int done, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed; its next run tries again.")]
    private partial void LogFailed(string name, Exception fault);
}
