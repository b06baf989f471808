using System.Collections.Concurrent;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations;

/// <summary>
/// Tells open pages that a tenant's data changed, so that they read again. Coalesced per tenant: at most one call per kind in each quarter
/// second, and the last change always leads to a call after it. It carries no data and decides nothing: a page that misses a call is stale, not wrong.
/// On PostgreSQL a change is told to the pages of every node.
/// </summary>
public sealed class ChangeFeed : IDisposable
{
    /// <summary>How long changes are gathered before pages are told.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<TenantId, ChangeTopic> _topics = new();
    private readonly TimeProvider _time;
    private readonly ChangeRelay? _relay;

    /// <summary>For this process only.</summary>
    public ChangeFeed(TimeProvider time) => _time = time;

    internal ChangeFeed(TimeProvider time, ChangeRelay relay) => (_time, _relay) = (time, relay);

    /// <summary>Call it after the commit: who reads again must find the change.</summary>
    public void Publish(TenantId tenant, ChangeKind kind)
    {
        Hear(tenant, kind);
        _relay?.Publish(tenant, kind);
    }

    /// <summary>Calls <paramref name="changed"/> on a pool thread until the subscription is disposed.</summary>
    public IDisposable Subscribe(TenantId tenant, Action<ChangeKind> changed) =>
        _topics.GetOrAdd(tenant, _ => new ChangeTopic(_time)).Subscribe(changed);

    /// <summary>A change that another node made.</summary>
    internal void Hear(TenantId tenant, ChangeKind kind)
    {
        if (_topics.TryGetValue(tenant, out var topic))
        {
            topic.Publish(kind);
        }
    }

    /// <summary>Anything may have changed: every open page reads again.</summary>
    internal void TellEverybody()
    {
        foreach (var topic in _topics.Values)
        {
            foreach (var kind in Enum.GetValues<ChangeKind>())
            {
                topic.Publish(kind);
            }
        }
    }

    public void Dispose()
    {
        foreach (var topic in _topics.Values)
        {
            topic.Dispose();
        }
    }
}
