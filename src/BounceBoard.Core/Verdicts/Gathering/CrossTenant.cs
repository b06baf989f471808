using BounceBoard.Core.Incidents;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>
/// The same scope failing at several senders in the same hours. Each may have too few refusals to notice; together they show the receiver's outage. Only
/// numbers cross from one tenant to another.
/// </summary>
public static class CrossTenant
{
    /// <summary>From so many senders on, their hours are looked at together.</summary>
    public const int FewestSenders = 3;

    /// <summary>Every tenant's outages, with those that only show when all are seen together, and the number of other senders.</summary>
    public static IReadOnlyDictionary<TKey, IReadOnlyDictionary<ScopeKey, IReadOnlyList<Outage>>> Find<TKey>(
        IReadOnlyDictionary<TKey, SenderEvidence> senders, DateTimeOffset now)
        where TKey : notnull
    {
        var own = senders.ToDictionary(
            sender => sender.Key, sender => Outages.Find(sender.Value.Refusals, sender.Value.Deliveries, now).ToDictionary());
        var scopes = senders
            .SelectMany(sender => Outages.Eligible(sender.Value.Refusals).Select(judged => (sender.Key, Scope: ScopeKey.Of(judged.Fingerprint))))
            .Distinct().GroupBy(pair => pair.Scope, pair => pair.Key).Where(scope => scope.Count() >= FewestSenders);
        foreach (var scope in scopes)
        {
            foreach (var outage in Together(scope.Key, [.. scope], senders, now))
            {
                Share(outage, scope.Key, senders, own);
            }
        }
        return own.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<ScopeKey, IReadOnlyList<Outage>>)pair.Value);
    }

    private static IReadOnlyList<Outage> Together<TKey>(
        ScopeKey scope, IReadOnlyList<TKey> keys, IReadOnlyDictionary<TKey, SenderEvidence> senders, DateTimeOffset now)
        where TKey : notnull
    {
        var refusals = keys.SelectMany((key, index) => At(senders[key], scope).Select(judged =>
            judged with { Refusal = judged.Refusal with { Person = $"{index} {judged.Refusal.Person}" } })).ToList();
        // Attempts are known only where every one of them counts its deliveries.
        var isCounted = keys.All(key => senders[key].Deliveries.Count > 0);
        var delivered = keys.SelectMany(key => senders[key].Deliveries).Where(row => row.Scope == scope).Select(row => row.Delivery).ToList();
        return Outages.AtScope(refusals, isCounted ? delivered : null, now);
    }

    private static void Share<TKey>(
        Outage outage, ScopeKey scope, IReadOnlyDictionary<TKey, SenderEvidence> senders, Dictionary<TKey, Dictionary<ScopeKey, IReadOnlyList<Outage>>> own)
        where TKey : notnull
    {
        var affected = senders.Keys
            .Select(key => (Key: key, Within: At(senders[key], scope).Where(judged => IsWithin(outage, judged.Refusal.At)).ToList()))
            .Where(sender => sender.Within.Count > 0).ToList();
        if (affected.Count < FewestSenders)
        {
            return;
        }
        foreach (var (key, within) in affected)
        {
            var known = own[key].GetValueOrDefault(scope, []);
            var people = within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();
            own[key][scope] = known.Any(one => one.Overlaps(outage))
                ? [.. known.Select(one => one.Overlaps(outage) ? one with { OtherSenders = Math.Max(one.OtherSenders, affected.Count - 1) } : one)]
                : [.. known.Append(outage with { People = people, OtherSenders = affected.Count - 1 }).OrderBy(one => one.Since).ThenBy(one => one.People)];
        }
    }

    private static IEnumerable<JudgedRefusal> At(SenderEvidence sender, ScopeKey scope) =>
        Outages.Eligible(sender.Refusals).Where(judged => ScopeKey.Of(judged.Fingerprint) == scope);

    private static bool IsWithin(Outage outage, DateTimeOffset at) => at >= outage.Since && (outage.StoppedAt is null || at < outage.StoppedAt);
}
