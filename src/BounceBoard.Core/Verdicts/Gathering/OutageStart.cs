namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>An outage is seen when many have failed; who failed before them without anybody being served in between belongs to it.</summary>
internal static class OutageStart
{
    // In all: a chain of single failures must not lead back into the day before.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(12);

    // Where deliveries are not counted, silence is not known: only what lies close belongs together.
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(6);

    /// <param name="refusals">Oldest first.</param>
    /// <param name="delivered">Null where deliveries are not counted.</param>
    public static Outage Extend(Outage outage, IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered)
    {
        var (since, longest) = (outage.Since, delivered is null ? LongestGap : LongestSilence);
        foreach (var at in refusals.Select(judged => judged.Refusal.At).Where(at => at < outage.Since).Reverse())
        {
            if (outage.Since - at > longest || delivered?.Any(row => row.At > at && row.At < since) == true)
            {
                break;
            }
            since = at;
        }
        var within = refusals.Where(judged => judged.Refusal.At >= since && (outage.StoppedAt is null || judged.Refusal.At < outage.StoppedAt));
        return since == outage.Since
            ? outage
            : outage with { Since = since, People = within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count() };
    }
}
