namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>One order for refusals, by event time and then by what they say: the order of arrival decides nothing.</summary>
public sealed class RefusalOrder : IComparer<JudgedRefusal>
{
    private static readonly RefusalOrder Instance = new();

    public static IReadOnlyList<JudgedRefusal> Sort(IEnumerable<JudgedRefusal> refusals) => [.. refusals.OrderBy(judged => judged, Instance)];

    public int Compare(JudgedRefusal? x, JudgedRefusal? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }
        var byTime = x.Refusal.At.CompareTo(y.Refusal.At);
        var byPerson = byTime != 0 ? byTime : string.CompareOrdinal(x.Refusal.Person, y.Refusal.Person);
        var byTest = byPerson != 0 ? byPerson : x.Refusal.IsControlledRetry.CompareTo(y.Refusal.IsControlledRetry);
        // Two reports of one person and one time: whatever they say decides, and it is seldom asked.
        return byTest != 0 ? byTest : string.CompareOrdinal(x.Refusal.ToString(), y.Refusal.ToString());
    }
}
