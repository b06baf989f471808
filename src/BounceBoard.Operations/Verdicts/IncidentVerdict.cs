using BounceBoard.Core.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>One verdict for an incident whose groups may have several.</summary>
internal static class IncidentVerdict
{
    /// <summary>
    /// The verdict of most people; of equals Investigate. Suppress only when every group says so: it is the one that cannot be taken back.
    /// </summary>
    /// <param name="findings">In the order of <see cref="RefusalGroup.Of"/>; at least one.</param>
    public static GroupFinding Choose(IReadOnlyList<GroupFinding> findings)
    {
        var allowed = findings.All(finding => finding.Finding.Verdict == Verdict.Suppress)
            ? findings
            : [.. findings.Where(finding => finding.Finding.Verdict != Verdict.Suppress)];
        var verdict = allowed.GroupBy(finding => finding.Finding.Verdict)
            .OrderByDescending(group => group.Sum(finding => finding.Group.People))
            .ThenBy(group => Caution(group.Key))
            .First().Key;
        return allowed.First(finding => finding.Finding.Verdict == verdict);
    }

    private static int Caution(Verdict verdict) => verdict switch
    {
        Verdict.Investigate => 0,
        Verdict.Retry => 1,
        Verdict.Suppress => 2,
    };
}
