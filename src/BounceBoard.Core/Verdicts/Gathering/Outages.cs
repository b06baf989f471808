using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Finds the times in which a scope failed as a whole, whatever words it used.</summary>
public static class Outages
{
    /// <summary>The outages of one tenant by scope, oldest first.</summary>
    public static IReadOnlyDictionary<ScopeKey, IReadOnlyList<Outage>> Find(
        IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<ScopedDelivery> deliveries, DateTimeOffset now)
    {
        var delivered = deliveries.ToLookup(row => row.Scope, row => row.Delivery);
        return Eligible(refusals)
            .GroupBy(judged => ScopeKey.Of(judged.Fingerprint))
            .ToDictionary(scope => scope.Key, scope => AtScope([.. scope], deliveries.Count > 0 ? [.. delivered[scope.Key]] : null, now));
    }

    /// <summary>Refusals that can be a receiver's outage: vouched for, not our own test, and by a server of the receiver.</summary>
    internal static IEnumerable<JudgedRefusal> Eligible(IEnumerable<JudgedRefusal> refusals) =>
        refusals.Where(judged => judged is { IsOfReceiver: true, Refusal: { Verified: true, IsControlledRetry: false } });

    /// <param name="delivered">To the scope; null where deliveries are not counted at all.</param>
    internal static IReadOnlyList<Outage> AtScope(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now) =>
    [
        .. refusals.GroupBy(judged => judged.Fingerprint.Family)
            .SelectMany(family => OfFamily(family.Key, RefusalOrder.Sort(family), delivered, now))
            .OrderBy(outage => outage.Since).ThenBy(outage => outage.People),
    ];

    private static IEnumerable<Outage> OfFamily(
        RefusalFamily family, IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now)
    {
        var spikes = SpikeDetector.Find(ScopeHours.Of(refusals, delivered), now)
            .Select(spike => Of(refusals, spike.Since, spike.StoppedAt))
            .Select(outage => outage.StoppedAt is null ? outage with { StoppedAt = Resumption.Find(outage, refusals, delivered, now) } : outage)
            .ToList();
        var found = spikes.Count == 0 && NothingArrived.Find(refusals, delivered) is { } silent ? [silent] : spikes;
        return found.Where(outage => family != RefusalFamily.Mailbox || !DeadList.Explains(outage, refusals, delivered, now));
    }

    private static Outage Of(IReadOnlyList<JudgedRefusal> refusals, DateTimeOffset since, DateTimeOffset? stoppedAt)
    {
        var within = refusals.Where(judged => judged.Refusal.At >= since && (stoppedAt is null || judged.Refusal.At < stoppedAt)).ToList();
        return new Outage(within[0].Refusal.At, stoppedAt, within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count(), 0);
    }
}
