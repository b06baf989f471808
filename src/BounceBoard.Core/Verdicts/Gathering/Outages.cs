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
    public static IEnumerable<JudgedRefusal> Eligible(IEnumerable<JudgedRefusal> refusals) =>
        refusals.Where(judged => judged is { IsOfReceiver: true, Refusal: { Verified: true, IsControlledRetry: false } });

    /// <summary>The outages of one scope, oldest first.</summary>
    /// <param name="refusals">Those that <see cref="Eligible"/> leaves, of every family.</param>
    /// <param name="delivered">To the scope; null where deliveries are not counted at all.</param>
    /// <param name="counts">What is counted beside these refusals; null when they are all there are.</param>
    public static IReadOnlyList<Outage> AtScope(
        IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now, ScopeCounts? counts = null)
    {
        if (refusals.Count == 0)
        {
            return [];
        }
        // Each family by itself, since dead mailboxes would hide the rest; and all together, since one outage may speak in many words.
        var whole = refusals.GroupBy(judged => judged.Fingerprint.Family).Select(family => family.ToList()).Append([.. refusals])
            .DistinctBy(family => family.Count == refusals.Count ? null : (RefusalFamily?)family[0].Fingerprint.Family)
            .SelectMany(family => Among(RefusalOrder.Sort(family), delivered, now, counts, family.Count == refusals.Count ? null : family[0].Fingerprint.Family)).ToList();
        var parts = (delivered is null ? [] : MailParts.Of(RefusalOrder.Sort(refusals), delivered))
            .SelectMany(part => NothingArrived.Find(part.Refusals, part.Delivered, true))
            .Where(part => !whole.Exists(outage => outage.Overlaps(part)));
        return [.. whole.Concat(parts).OrderBy(outage => outage.Since).ThenBy(outage => outage.People)];
    }

    private static IEnumerable<Outage> Among(
        IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now, ScopeCounts? counts, RefusalFamily? family)
    {
        var spikes = RepeatedSpikes.Find(ScopeHours.Of(refusals, delivered, counts, family), now)
            .Select(spike => Of(refusals, spike))
            .Select(outage => outage.StoppedAt is null ? outage with { StoppedAt = Resumption.Find(outage, refusals, delivered, now) } : outage)
            .ToList();
        var silent = NothingArrived.Find(refusals, delivered, false).Where(one => !spikes.Exists(spike => spike.Overlaps(one)));
        return spikes.Concat(silent)
            .Where(outage => !IsOfMailboxes(outage, refusals) || !DeadList.Explains(outage, refusals, delivered, now))
            .Select(outage => OutageEnd.Extend(OutageStart.Extend(outage, refusals, delivered), refusals, delivered));
    }

    private static bool IsOfMailboxes(Outage outage, IReadOnlyList<JudgedRefusal> refusals) => refusals
        .Where(judged => outage.Covers(judged.Refusal.At)).All(judged => judged.Fingerprint.Family == RefusalFamily.Mailbox);

    // Where not every refusal is held, the counts of the hours say how many people there were.
    private static Outage Of(IReadOnlyList<JudgedRefusal> refusals, Spike spike)
    {
        var (since, stoppedAt) = (spike.Since, spike.StoppedAt);
        var within = refusals.Where(judged => judged.Refusal.At >= since && (stoppedAt is null || judged.Refusal.At < stoppedAt)).ToList();
        var people = within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();
        return within.Count < spike.Failed
            ? new Outage(since, stoppedAt, (int)Math.Clamp(spike.NewPeople, people, int.MaxValue), 0)
            : new Outage(within[0].Refusal.At, stoppedAt, people, 0);
    }
}
