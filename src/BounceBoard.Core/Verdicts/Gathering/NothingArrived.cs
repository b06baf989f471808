namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>
/// Several people refused and nobody served: too few for a spike, or no past to compare with, and still reason enough to hold back.
/// </summary>
internal static class NothingArrived
{
    private const int FewestPeople = 5;

    // Where mail usually flows, silence between the refusals says more, and fewer people do.
    private const int FewestInSilence = 3;
    private const double Flow = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(6);
    private static readonly TimeSpan Past = TimeSpan.FromDays(7);

    /// <summary>
    /// Windows in which at least five people were refused and nothing was delivered, without a week's past that would have shown it; or at least three, where
    /// five deliveries and more were usual in the same hours.
    /// </summary>
    /// <param name="refusals">Oldest first; at least one.</param>
    /// <param name="byFlowAlone">Only silence where mail usually flows counts: for a part of the mail, which may simply not have been sent.</param>
    public static IEnumerable<Outage> Find(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, bool byFlowAlone)
    {
        IReadOnlyList<KnownDelivery> known = [.. (delivered ?? []).OrderBy(row => row.At)];
        var usual = new Dictionary<(DateTimeOffset, DateTimeOffset), (double, bool)>();
        var first = refusals.Select(judged => judged.Refusal.At).Concat(known.Select(row => row.At)).Min();
        for (var from = 0; from < refusals.Count; from++)
        {
            var start = refusals[from].Refusal.At;
            var served = TenantEvidence.Between(known, start, DateTimeOffset.MaxValue).FirstOrDefault()?.At;
            var within = refusals.Skip(from).TakeWhile(judged => judged.Refusal.At - start <= Window && (served is null || judged.Refusal.At < served)).ToList();
            var people = within.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();
            var last = within[^1].Refusal.At;
            if (people >= FewestInSilence && ((people >= FewestPeople && start - first < Past && !byFlowAlone) || FlowedBefore(known, start, last, usual)))
            {
                var outage = new Outage(start, Stop(refusals, known, last), people, 0);
                yield return outage;
                if (outage.StoppedAt is null)
                {
                    yield break;
                }
                while (from + 1 < refusals.Count && refusals[from + 1].Refusal.At < outage.StoppedAt)
                {
                    from++;
                }
            }
        }
    }

    private static bool FlowedBefore(
        IReadOnlyList<KnownDelivery> known, DateTimeOffset start, DateTimeOffset last, Dictionary<(DateTimeOffset, DateTimeOffset), (double, bool)> seen)
    {
        var (from, until) = (ScopeHours.StartOf(start), ScopeHours.StartOf(last).AddHours(1));
        // Many refusals lie in the same hours, and the past is long.
        if (!seen.TryGetValue((from, until), out var hours))
        {
            var past = TenantEvidence.Between(known, (from - Past).AddTicks(-1), from.AddTicks(-1)).ToList();
            var flow = past.Count > 0 ? DeadList.Usual(past, from, until) : 0;
            hours = seen[(from, until)] = (flow, TenantEvidence.Between(known, from.AddTicks(-1), until.AddTicks(-1)).Any());
        }
        var (usual, isServed) = hours;
        // The time between the refusals alone, or the hours as a whole where none of them saw a delivery.
        return usual * ((last - start) / (until - from)) >= Flow || (usual >= Flow && !isServed);
    }

    // Served again; where deliveries are not counted, when people no longer crowd.
    private static DateTimeOffset? Stop(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery> known, DateTimeOffset last)
    {
        if (known.Count > 0)
        {
            return known.Where(row => row.At > last).Select(row => (DateTimeOffset?)row.At).Min();
        }
        for (var crowd = Next(last); crowd.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count() >= FewestPeople; crowd = Next(last))
        {
            last = crowd[^1].Refusal.At;
        }
        return last + Window;

        List<JudgedRefusal> Next(DateTimeOffset after) => [.. refusals.Where(judged => judged.Refusal.At > after && judged.Refusal.At - after <= Window)];
    }
}
