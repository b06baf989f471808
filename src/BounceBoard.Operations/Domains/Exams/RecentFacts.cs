namespace BounceBoard.Operations.Domains.Exams;

/// <summary>What was found lately, by what it is about; the oldest goes when there is too much.</summary>
internal sealed class RecentFacts<TKey, TFact>(int most, TimeProvider time)
    where TKey : notnull
    where TFact : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, (TFact Fact, DateTimeOffset At)> _held = [];

    /// <param name="age">How long a fact stands.</param>
    /// <returns>Null when there is none that still stands.</returns>
    public TFact? Find(TKey key, Func<TFact, TimeSpan> age)
    {
        lock (_lock)
        {
            return _held.TryGetValue(key, out var held) && time.GetUtcNow() - held.At < age(held.Fact) ? held.Fact : null;
        }
    }

    public void Hold(TKey key, TFact fact)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_held.Count >= most)
            {
                foreach (var (old, _) in _held.OrderBy(pair => pair.Value.At).Take(most / 10).ToList())
                {
                    _held.Remove(old);
                }
            }
            _held[key] = (fact, now);
        }
    }
}
