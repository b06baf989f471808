using System.Diagnostics;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Database;

/// <summary>Knows whether the database answers, and lets work that may be repeated wait until it does again.</summary>
public sealed class Outage(TimeProvider time, TimeSpan patience)
{
    // A small write may fit where a large one does not: without this, a nearly full disk would come and go with each.
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private OutageState? _now;
    private long _lastFault;

    /// <summary>It began or ended, see <see cref="Now"/>; heard on the thread that noticed.</summary>
    public event Action? Changed;

    /// <summary>Null while the database answers.</summary>
    public OutageState? Now => Volatile.Read(ref _now);

    /// <summary>How long work that was begun waits for the database.</summary>
    public TimeSpan Patience { get; } = patience;

    /// <summary>Whether a fault is the database's being away or its disk's being full; what says so for certain is noted.</summary>
    public bool Covers(Exception problem)
    {
        var kind = StorageFaults.Of(problem);
        // A statement that takes too long tells of itself, not of the server.
        if (kind == StorageFault.Full || (kind == StorageFault.Outage && problem.GetBaseException() is not TimeoutException))
        {
            Begin(problem);
        }
        return kind is StorageFault.Full or StorageFault.Outage;
    }

    /// <summary>
    /// Runs <paramref name="work"/>, again and again while the database is away. Only for work that may be repeated even when its commit arrived and
    /// its answer did not: stored under a content hash, or moved by a compare-and-set.
    /// </summary>
    /// <exception cref="Exception">What <paramref name="work"/> met last, when <see cref="Patience"/> is over; a full disk at once.</exception>
    public async Task<T> HoldAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception problem) when (MayWait(problem) is true && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    internal void Begin(Exception problem)
    {
        var kind = StorageFaults.Of(problem) == StorageFault.Full ? StorageFault.Full : StorageFault.Outage;
        lock (_lock)
        {
            _lastFault = Stopwatch.GetTimestamp();
            if (_now?.Kind == kind)
            {
                return;
            }
            _now = new OutageState(_now?.Since ?? time.GetUtcNow(), kind, problem.GetBaseException().Message);
        }
        Changed?.Invoke();
    }

    /// <summary>A transaction went through.</summary>
    internal void End()
    {
        if (Now is null)
        {
            return;
        }
        lock (_lock)
        {
            if (_now is null || (_now.Kind == StorageFault.Full && Stopwatch.GetElapsedTime(_lastFault) < FullFor))
            {
                return;
            }
            _now = null;
        }
        Changed?.Invoke();
    }

    private bool MayWait(Exception problem)
    {
        Covers(problem);
        return StorageFaults.Of(problem) is StorageFault.Outage or StorageFault.Collision;
    }
}
