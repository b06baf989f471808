namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>An outage seems over when few fail; who fails soon after without anybody being served in between still belongs to it.</summary>
internal static class OutageEnd
{
    // In all: a chain of single failures must not lead into the days after.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(12);

    // Where deliveries are not counted, fewer failures may only be fewer messages: what lies close belongs together.
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(6);

    /// <param name="refusals">Oldest first.</param>
    /// <param name="delivered">Null where deliveries are not counted.</param>
    public static Outage Extend(Outage outage, IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered)
    {
        if (outage.StoppedAt is not { } stopped)
        {
            return outage;
        }
        var longest = delivered is null ? LongestGap : LongestSilence;
        var end = stopped;
        foreach (var at in refusals.Select(judged => judged.Refusal.At).Where(at => at >= stopped))
        {
            if (at - stopped > longest || delivered?.Any(row => row.At >= stopped && row.At < at) == true)
            {
                break;
            }
            end = ScopeHours.StartOf(at).AddHours(1);
        }
        var within = refusals.Where(judged => judged.Refusal.At >= outage.Since && judged.Refusal.At < end);
        return end == stopped
            ? outage
            : outage with { StoppedAt = end, People = Math.Max(outage.People, within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count()) };
    }
}
