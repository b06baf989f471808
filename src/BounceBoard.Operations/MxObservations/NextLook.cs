namespace BounceBoard.Operations.MxObservations;

/// <summary>When a domain is looked at again.</summary>
internal static class NextLook
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(6);

    // An answer without a time to live (no SOA in a negative answer) is trusted for as long as RFC 2308 §5 has caches keep one.
    private static readonly TimeSpan WithoutTtl = TimeSpan.FromHours(1);

    /// <param name="answers">The look that just ended.</param>
    /// <param name="failures">Looks without a usable answer in a row before it.</param>
    /// <param name="spread">0 to 1: domains that came due together drift apart by up to a tenth.</param>
    /// <returns>The pause before the next look, and the failures in a row by now.</returns>
    public static (TimeSpan Pause, long Failures) After(LookAnswers answers, long failures, double spread)
    {
        var inARow = answers.AnyKnown ? 0 : failures + 1;
        var pause = answers.AnyKnown
            ? answers.Ttl ?? WithoutTtl
            : Soonest * Math.Pow(2, Math.Min(inARow - 1, 10));
        var bounded = pause < Soonest ? Soonest : pause > Latest ? Latest : pause;
        return (bounded * (1 + (spread / 10)), inARow);
    }
}
