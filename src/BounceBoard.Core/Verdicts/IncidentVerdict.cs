namespace BounceBoard.Core.Verdicts;

/// <summary>One verdict for an incident whose people may have several.</summary>
public static class IncidentVerdict
{
    /// <summary>
    /// The verdict of most people; of equals Investigate. Suppress only when everybody's is: it is the one that cannot be taken back.
    /// </summary>
    /// <param name="judged">Each with its finding and the number of people it speaks for, the one to prefer among equals first; at least one.</param>
    public static T Choose<T>(IReadOnlyList<T> judged, Func<T, Finding> finding, Func<T, int> people)
    {
        var allowed = judged.All(one => finding(one).Verdict == Verdict.Suppress)
            ? judged
            : [.. judged.Where(one => finding(one).Verdict != Verdict.Suppress)];
        var verdict = allowed.GroupBy(one => finding(one).Verdict)
            .OrderByDescending(group => group.Sum(people))
            .ThenBy(group => Caution(group.Key))
            .First();
        return verdict.GroupBy(one => (finding(one).Cause, finding(one).SubCause)).OrderByDescending(group => group.Sum(people)).First().First();
    }

    private static int Caution(Verdict verdict) => verdict switch
    {
        Verdict.Investigate => 0,
        Verdict.Retry => 1,
        Verdict.Suppress => 2,
    };
}
