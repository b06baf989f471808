using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations;

/// <summary>
/// Carries this process's changes to the other nodes: the first at once, those of the next quarter second together, each tenant and kind once.
/// A word that cannot be sent waits for the database; a node that heard nothing meanwhile reads everything again when it is back.
/// </summary>
internal sealed partial class ChangeRelay(NodeSignals signals, TimeProvider time, ILogger<ChangeRelay> log) : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly BackOff _backOff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    private HashSet<(TenantId Tenant, ChangeKind Kind)> _waiting = [];
    private Task _sending = Task.CompletedTask;
    private bool _isSending;
    private bool _ended;

    /// <summary>Name of this process among the nodes, so that it does not hear itself.</summary>
    public Guid Node { get; } = Guid.NewGuid();

    /// <summary>Returns at once. Call it after the commit.</summary>
    public void Publish(TenantId tenant, ChangeKind kind)
    {
        if (!signals.AreCarried)
        {
            return;
        }
        lock (_gate)
        {
            if (_ended || !_waiting.Add((tenant, kind)) || _isSending)
            {
                return;
            }
            // Not the caller's context: it may be a page's.
            (_isSending, _sending) = (true, Task.Run(SendWaitingAsync));
        }
    }

    /// <summary>Sends what still waits: a command that imports and ends at once is heard too.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }
            _ended = true;
        }
        await _ending.CancelAsync();
        await _sending;
        _ending.Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
        }
        _ending.Cancel();
    }

    private async Task SendWaitingAsync()
    {
        try
        {
            while (Take() is { Count: > 0 } changes)
            {
                var pause = await TrySendAsync(changes) ? ChangeFeed.Window : _backOff.Next();
                await PauseAsync(pause);
            }
        }
        catch
        {
            lock (_gate)
            {
                // The next change starts anew.
                _isSending = false;
            }
            throw;
        }
    }

    private HashSet<(TenantId Tenant, ChangeKind Kind)> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = [];
            _isSending = taken.Count > 0;
            return taken;
        }
    }

    private async Task<bool> TrySendAsync(HashSet<(TenantId Tenant, ChangeKind Kind)> changes)
    {
        using var patience = new CancellationTokenSource(LastWords, time);
        try
        {
            await signals.SendAsync([.. changes.Select(change => new ChangeWord(Node, change.Tenant, change.Kind).ToString())], patience.Token);
            _backOff.Reset();
            return true;
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            if (_backOff.IsFresh)
            {
                LogUnsent(changes.Count, fault.Message);
            }
            lock (_gate)
            {
                // Nobody waits for them when the process ends: the others are told by whatever comes next.
                _waiting.UnionWith(_ended ? [] : changes);
            }
            return false;
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, _ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The process ends: what waits is sent now.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} changes could not be told to the other nodes yet and will be: {Problem}")]
    private partial void LogUnsent(int count, string problem);
}
