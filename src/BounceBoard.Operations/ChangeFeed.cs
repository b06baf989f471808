using System.Collections.Concurrent;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations;

/// <summary>
/// Tells open pages that a tenant's data changed, so that they read again. Coalesced per tenant: at most one call per kind in each quarter
/// second, and the last change always leads to a call after it. It carries no data and decides nothing: a page that misses a call is stale, not wrong.
/// </summary>
public sealed class ChangeFeed(TimeProvider time) : IDisposable
{
    /// <summary>How long changes are gathered before pages are told.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<TenantId, ChangeTopic> _topics = new();

    public void Publish(TenantId tenant, ChangeKind kind)
    {
        if (_topics.TryGetValue(tenant, out var topic))
        {
            topic.Publish(kind);
        }
    }

    /// <summary>Calls <paramref name="changed"/> on a pool thread until the subscription is disposed.</summary>
    public IDisposable Subscribe(TenantId tenant, Action<ChangeKind> changed) =>
        _topics.GetOrAdd(tenant, _ => new ChangeTopic(time)).Subscribe(changed);

    public void Dispose()
    {
        foreach (var topic in _topics.Values)
        {
            topic.Dispose();
        }
    }
}
