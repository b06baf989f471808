using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>How long a sending host may go on using an MX answer that is no longer given: until its time to live has run out.</summary>
internal static class OldAnswer
{
    /// <summary>The latest time at which a cached copy of the old answer runs out, over all resolvers; null when it is not known.</summary>
    public static DateTimeOffset? EndsAt(RefusalFacts facts)
    {
        var findings = facts.Comparison.Resolvers.Concat(facts.ComparisonThen?.Resolvers ?? []);
        var ends = findings.Select(EndsAt).OfType<DateTimeOffset>().ToList();
        return ends.Count == 0 ? null : ends.Max();
    }

    // Between the last sighting of the old answer and the first of the new one a cache may still have taken the old one.
    private static DateTimeOffset? EndsAt(ResolverFinding finding) => finding switch
    {
        { Former: { Answer.Ttl: { } ttl } former, Observation: { } current } =>
            (current.From > former.SeenUntil ? current.From : former.SeenUntil).By(TimeSpan.FromSeconds(ttl)),
        _ => null,
    };
}
