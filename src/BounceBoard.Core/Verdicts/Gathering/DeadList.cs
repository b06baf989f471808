namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>
/// A list with many dead addresses fails beside the usual mail; an outage fails instead of it. Only for words about the mailbox: a server that refuses to
/// relay for many people at once is never their fault.
/// </summary>
internal static class DeadList
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(7);

    /// <summary>True when the usual number of messages was delivered in the same hours, most attempts succeeded, and nothing separates who failed.</summary>
    public static bool Explains(Outage outage, IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now)
    {
        if (delivered is null)
        {
            return false;
        }

        var (from, until) = (ScopeHours.StartOf(outage.Since), outage.StoppedAt ?? now);
        var during = delivered.Where(row => row.At >= from && row.At < until).ToList();
        var arrived = during.Sum(row => row.Count);
        var past = delivered.Where(row => row.At >= from - Past && row.At < from).ToList();
        return past.Count > 0 && arrived > 2L * outage.People
            && Usual(past, from, until) - arrived < outage.People / 2.0
            && Separation.Find([.. refusals.Where(judged => judged.Refusal.At >= from && judged.Refusal.At < until)], during) is null;
    }

    /// <summary>Deliveries that the same hours of the days before predict.</summary>
    internal static double Usual(List<KnownDelivery> past, DateTimeOffset from, DateTimeOffset until)
    {
        var days = Math.Max(1, (from - past.Min(row => row.At)).TotalDays);
        var byHour = past.ToLookup(row => row.At.UtcDateTime.Hour, row => row.Count);
        var usual = 0.0;
        for (var hour = from; hour < until; hour = hour.AddHours(1))
        {
            usual += byHour[hour.UtcDateTime.Hour].Sum() / days;
        }
        return usual;
    }
}
