using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Finds the times in which a scope failed as a whole, whatever words it used.</summary>
public static class Outages
{
    private const int MostLooks = 4;

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
    internal static IReadOnlyList<Outage> AtScope(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now)
    {
        // Each family by itself, since dead mailboxes would hide the rest; and all together, since one outage may speak in many words.
        var whole = refusals.GroupBy(judged => judged.Fingerprint.Family).Select(family => family.ToList()).Append([.. refusals])
            .DistinctBy(family => family.Count == refusals.Count ? null : (RefusalFamily?)family[0].Fingerprint.Family)
            .SelectMany(family => Among(RefusalOrder.Sort(family), delivered, now)).ToList();
        var parts = (delivered is null ? [] : MailParts.Of(RefusalOrder.Sort(refusals), delivered))
            .SelectMany(part => NothingArrived.Find(part.Refusals, part.Delivered, true))
            .Where(part => !whole.Exists(outage => outage.Overlaps(part)));
        return [.. whole.Concat(parts).OrderBy(outage => outage.Since).ThenBy(outage => outage.People)];
    }

    private static IEnumerable<Outage> Among(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now)
    {
        var spikes = Spikes(ScopeHours.Of(refusals, delivered), now)
            .Select(spike => Of(refusals, spike.Since, spike.StoppedAt))
            .Select(outage => outage.StoppedAt is null ? outage with { StoppedAt = Resumption.Find(outage, refusals, delivered, now) } : outage)
            .ToList();
        var silent = NothingArrived.Find(refusals, delivered, false).Where(one => !spikes.Exists(spike => spike.Overlaps(one)));
        return spikes.Concat(silent)
            .Where(outage => !IsOfMailboxes(outage, refusals) || !DeadList.Explains(outage, refusals, delivered, now))
            .Select(outage => OutageStart.Extend(outage, refusals, delivered));
    }

    private static bool IsOfMailboxes(Outage outage, IReadOnlyList<JudgedRefusal> refusals) => refusals
        .Where(judged => outage.Covers(judged.Refusal.At)).All(judged => judged.Fingerprint.Family == RefusalFamily.Mailbox);

    // A past that holds an outage takes the next one for its habit: what was found is left out, and the rest looked at once more.
    private static List<Spike> Spikes(IReadOnlyList<HourCount> hours, DateTimeOffset now)
    {
        var found = new List<Spike>();
        for (var look = 0; look < MostLooks; look++)
        {
            var rest = hours.Where(hour => !found.Exists(spike => hour.Hour >= spike.Since && (spike.StoppedAt is null || hour.Hour < spike.StoppedAt))).ToList();
            var more = ScopeHours.AreCrowded(rest) ? SpikeDetector.Find(rest, now) : [];
            if (more.Count == 0)
            {
                break;
            }
            found.AddRange(more);
        }
        return found;
    }

    private static Outage Of(IReadOnlyList<JudgedRefusal> refusals, DateTimeOffset since, DateTimeOffset? stoppedAt)
    {
        var within = refusals.Where(judged => judged.Refusal.At >= since && (stoppedAt is null || judged.Refusal.At < stoppedAt)).ToList();
        return new Outage(within[0].Refusal.At, stoppedAt, within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count(), 0);
    }
}
