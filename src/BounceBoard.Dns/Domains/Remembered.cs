using System.Collections.Concurrent;

namespace BounceBoard.Dns.Domains;

/// <summary>
/// What was found out once and holds for a while, shared by all who ask at the same time or soon after. Bounded: what nobody asked
/// for while as many others came as it holds is forgotten.
/// </summary>
/// <param name="capacity">Entries of one generation; at most two are held.</param>
public sealed class Remembered<TKey, TValue>(TimeProvider time, int capacity)
    where TKey : notnull
{
    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<TKey, Task<(TValue Value, TimeSpan Keep)>> _asked = new();
    private ConcurrentDictionary<TKey, (TValue Value, DateTimeOffset Until)> _young = new();
    private ConcurrentDictionary<TKey, (TValue Value, DateTimeOffset Until)> _old = new();

    /// <summary>Entries held at the moment.</summary>
    public int Count => _young.Count + _old.Count;

    /// <param name="isFresh">What is remembered does not count; a question that is on its way does.</param>
    /// <param name="ask">Finds it out, and says for how long it holds.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<TValue> GetAsync(
        TKey key, bool isFresh, Func<CancellationToken, Task<(TValue Value, TimeSpan Keep)>> ask, CancellationToken cancellationToken)
    {
        if (!isFresh && TryFind(key, out var known))
        {
            return known;
        }
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = new TaskCompletionSource<(TValue Value, TimeSpan Keep)>(TaskCreationOptions.RunContinuationsAsynchronously);
            var running = _asked.GetOrAdd(key, own.Task);
            if (running == own.Task)
            {
                return await LeadAsync(key, own, ask, cancellationToken);
            }
            try
            {
                return (await running.WaitAsync(cancellationToken)).Value;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The one who asked gave up; the question is still ours.
            }
        }
    }

    private async Task<TValue> LeadAsync(
        TKey key, TaskCompletionSource<(TValue Value, TimeSpan Keep)> own, Func<CancellationToken, Task<(TValue Value, TimeSpan Keep)>> ask,
        CancellationToken cancellationToken)
    {
        try
        {
            var found = await ask(cancellationToken);
            Keep(key, found.Value, found.Keep);
            own.SetResult(found);
            return found.Value;
        }
        finally
        {
            _asked.TryRemove(key, out _);
            // After a result this does nothing; without one the others must not wait for ever.
            own.TrySetCanceled(CancellationToken.None);
        }
    }

    private bool TryFind(TKey key, out TValue value)
    {
        var now = time.GetUtcNow();
        var isFound = _young.TryGetValue(key, out var entry) && entry.Until > now;
        if (!isFound && _old.TryGetValue(key, out entry) && entry.Until > now)
        {
            isFound = true;
            Put(key, entry);
        }
        value = entry.Value;
        return isFound;
    }

    private void Keep(TKey key, TValue value, TimeSpan keep)
    {
        if (keep > TimeSpan.Zero)
        {
            Put(key, (value, time.GetUtcNow() + keep));
        }
    }

    private void Put(TKey key, (TValue Value, DateTimeOffset Until) entry)
    {
        lock (_turn)
        {
            if (_young.Count >= capacity)
            {
                (_old, _young) = (_young, new());
            }
            _young[key] = entry;
        }
    }
}
