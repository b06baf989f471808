namespace BounceBoard.Operations;

/// <summary>The subscriptions of one tenant and the changes that wait for the end of the window.</summary>
internal sealed class ChangeTopic : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<ChangeKind> _pending = [];
    private readonly List<Subscription> _subscriptions = [];
    private readonly ITimer _timer;

    public ChangeTopic(TimeProvider time) =>
        _timer = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Publish(ChangeKind kind)
    {
        lock (_gate)
        {
            if (_subscriptions.Count == 0 || !_pending.Add(kind) || _pending.Count > 1)
            {
                return;
            }

            // The first change opens the window; those that come before its end ride along.
            _timer.Change(ChangeFeed.Window, Timeout.InfiniteTimeSpan);
        }
    }

    public IDisposable Subscribe(Action<ChangeKind> changed)
    {
        var subscription = new Subscription(this, changed);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public void Dispose() => _timer.Dispose();

    private void Tell()
    {
        ChangeKind[] kinds;
        Subscription[] subscriptions;
        lock (_gate)
        {
            // Emptied before anybody is told: a change during the calls opens the next window and is not lost.
            kinds = [.. _pending.Order()];
            _pending.Clear();
            subscriptions = [.. _subscriptions];
        }

        foreach (var subscription in subscriptions)
        {
            // A task of its own: a slow or failing page neither delays the others nor ends the process from a timer thread.
            _ = Task.Run(() => subscription.Tell(kinds));
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
        }
    }

    private sealed class Subscription(ChangeTopic topic, Action<ChangeKind> changed) : IDisposable
    {
        private volatile bool _disposed;

        public void Tell(ChangeKind[] kinds)
        {
            foreach (var kind in kinds)
            {
                if (_disposed)
                {
                    return;
                }

                changed(kind);
            }
        }

        public void Dispose()
        {
            _disposed = true;
            topic.Remove(this);
        }
    }
}
