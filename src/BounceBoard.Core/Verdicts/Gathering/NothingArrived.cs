namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Without a past to compare with, several people refused and nobody served is reason enough to hold back.</summary>
internal static class NothingArrived
{
    private const int FewestPeople = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(6);
    private static readonly TimeSpan Past = TimeSpan.FromDays(7);
    private static readonly TimeSpan Silence = TimeSpan.FromHours(24);

    /// <summary>The first window in which at least five people were refused and nothing was delivered; null where a week's past would have shown it, or there is none.</summary>
    /// <param name="refusals">Oldest first.</param>
    public static Outage? Find(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered)
    {
        var known = delivered ?? [];
        var first = refusals.Select(judged => judged.Refusal.At).Concat(known.Select(row => row.At)).Min();
        for (var from = 0; from < refusals.Count; from++)
        {
            var start = refusals[from].Refusal.At;
            var within = refusals.Skip(from).TakeWhile(judged => judged.Refusal.At - start <= Window).ToList();
            var people = within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();
            var last = within[^1].Refusal.At;
            if (people >= FewestPeople && start - first < Past && !known.Any(row => row.At >= start && row.At <= last))
            {
                return new Outage(start, Stop(refusals, known, last), people, 0);
            }
        }
        return null;
    }

    // Served again, or a day without any refusal.
    private static DateTimeOffset? Stop(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery> known, DateTimeOffset last)
    {
        var end = refusals.Select(judged => judged.Refusal.At).Where(at => at >= last)
            .Aggregate(last, (until, at) => at - until <= Silence ? at : until);
        return known.Where(row => row.At > last).Select(row => (DateTimeOffset?)row.At).Min() ?? (known.Count > 0 ? null : end + Silence);
    }
}
