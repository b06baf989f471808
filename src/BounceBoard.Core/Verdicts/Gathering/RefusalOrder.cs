namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>One order for refusals, by event time and then by what they say: the order of arrival decides nothing.</summary>
public static class RefusalOrder
{
    public static IReadOnlyList<JudgedRefusal> Sort(IEnumerable<JudgedRefusal> refusals) =>
    [
        .. refusals
            .OrderBy(judged => judged.Refusal.At)
            .ThenBy(judged => judged.Refusal.Person, StringComparer.Ordinal)
            .ThenBy(judged => judged.Refusal.IsControlledRetry)
            .ThenBy(judged => judged.Refusal.Verified)
            .ThenBy(judged => judged.Refusal.Category)
            .ThenBy(judged => judged.Refusal.Endpoint.ToString(), StringComparer.Ordinal)
            .ThenBy(judged => judged.Refusal.ToString(), StringComparer.Ordinal),
    ];
}
