using System.Data.Common;
using System.Diagnostics;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Database;

/// <summary>The tries of one write: a few, within the time a person waits for a click.</summary>
internal sealed class WriteTries
{
    private const int Most = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _count;

    /// <summary>The work ran: from here on only the engine's own word proves that nothing was kept.</summary>
    public bool HasBegun { get; set; }

    public void Begin() => (HasBegun, _count) = (false, _count + 1);

    /// <summary>Whether the try certainly left nothing behind and another one may help.</summary>
    public bool MayRepeat(DbException fault) =>
        _count < Most && Stopwatch.GetElapsedTime(_started) < Limit && StorageFaults.Of(fault) switch
        {
            StorageFault.Collision => true,
            StorageFault.Outage => !HasBegun,
            _ => false,
        };

    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds((100 << _count) + Random.Shared.Next(50)), cancellationToken);
}
