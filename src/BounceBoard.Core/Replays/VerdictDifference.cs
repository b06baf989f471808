using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Replays;

/// <summary>How two findings about the same thing differ.</summary>
/// <param name="IsAny">Verdict, confidence, cause or sub-cause is another; sentences alone make no difference.</param>
/// <param name="Added">Reasons that only the new finding gives.</param>
/// <param name="Gone">Reasons that only the old finding gave.</param>
public sealed record VerdictDifference(bool IsAny, IReadOnlyList<Reason> Added, IReadOnlyList<Reason> Gone)
{
    public static VerdictDifference Between(Finding then, Finding now) => new(
        (then.Verdict, then.Confidence, then.Cause, then.SubCause) != (now.Verdict, now.Confidence, now.Cause, now.SubCause),
        Without(now.Reasons, then.Reasons),
        Without(then.Reasons, now.Reasons));

    // A rule that spoke for one verdict and against the other has changed sides, and with it what it says.
    private static IReadOnlyList<Reason> Without(IReadOnlyList<Reason> some, IReadOnlyList<Reason> others) =>
        [.. some.Where(one => !others.Any(other => other.Rule == one.Rule && other.For == one.For))];
}
