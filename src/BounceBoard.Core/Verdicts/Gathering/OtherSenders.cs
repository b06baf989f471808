using System.Globalization;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>
/// What <see cref="CrossTenant"/> finds, for one sender who holds of the others no more than people per hour: each may have too few refusals to notice, and
/// together they show the receiver's outage.
/// </summary>
public static class OtherSenders
{
    // More of them in one hour tell nothing new.
    private const int MostPeople = 20;

    /// <summary>The sender's own outages, with those that only show when all are seen together, and the number of other senders.</summary>
    /// <param name="own">The sender's refusals at the scope that <see cref="Outages.Eligible"/> leaves.</param>
    /// <param name="delivered">The sender's own, to the scope; null where deliveries are not counted.</param>
    /// <param name="known">The sender's own outages, oldest first.</param>
    public static IReadOnlyList<Outage> Add(
        IReadOnlyList<JudgedRefusal> own, IReadOnlyList<KnownDelivery>? delivered, IReadOnlyList<Outage> known, IReadOnlyList<SenderHour> others, DateTimeOffset now)
    {
        if (own.Count == 0 || others.Count == 0)
        {
            return known;
        }
        foreach (var outage in Outages.AtScope([.. own, .. others.Where(hour => hour.Hour <= now).SelectMany(hour => People(hour, own[0]))], delivered, now))
        {
            var within = own.Where(judged => IsWithin(outage, judged.Refusal.At)).Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();
            var senders = others.Where(hour => IsWithin(outage, hour.Hour)).Select(hour => hour.Sender).Distinct().Count();
            if (within == 0 || senders + 1 < CrossTenant.FewestSenders)
            {
                continue;
            }
            known = known.Any(one => one.Overlaps(outage))
                ? [.. known.Select(one => one.Overlaps(outage) ? one with { OtherSenders = Math.Max(one.OtherSenders, senders) } : one)]
                : [.. known.Append(outage with { People = within, OtherSenders = senders }).OrderBy(one => one.Since).ThenBy(one => one.People)];
        }
        return known;
    }

    private static IEnumerable<JudgedRefusal> People(SenderHour hour, JudgedRefusal like) => Enumerable.Range(0, (int)Math.Min(hour.People, MostPeople))
        .Select(number => like with
        {
            Refusal = like.Refusal with
            {
                Person = string.Create(CultureInfo.InvariantCulture, $"{hour.Sender} {hour.Hour.UtcTicks} {number}"),
                At = hour.Hour,
                Pool = null,
                HasUpperCase = false,
            },
            Fingerprint = like.Fingerprint with { Family = hour.Family },
        });

    private static bool IsWithin(Outage outage, DateTimeOffset at) => at >= outage.Since && (outage.StoppedAt is null || at < outage.StoppedAt);
}
