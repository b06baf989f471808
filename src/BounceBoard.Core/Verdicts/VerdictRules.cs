using BounceBoard.Core.Verdicts.Rules;

namespace BounceBoard.Core.Verdicts;

/// <summary>Facts and a time in, a finding out. The same facts and the same time always give the same finding.</summary>
public static class VerdictRules
{
    /// <summary>Decides: the first rule that holds names cause and verdict, guards may hold a verdict back, doubts lower the confidence.</summary>
    /// <param name="now">The time at which the question is asked; grace periods and caches are measured against it.</param>
    public static Finding Decide(RefusalFacts facts, DateTimeOffset now)
    {
        var refusal = new RefusalCase(facts, now);
        var rule = RuleBook.Rules.First(candidate => candidate.Holds(refusal));
        var ruling = rule.Rule(refusal);
        var held = VerdictGuards.All.Where(guard => (guard.Stops == ruling.Verdict || guard.StopsAlso == ruling.Verdict) && guard.Holds(refusal)).ToList();
        var doubts = Doubts.All.Where(doubt => held.TrueForAll(guard => guard.Id != doubt.Id) && doubt.Holds(refusal)).ToList();
        var verdict = held.Count > 0 ? Verdict.Investigate : ruling.Verdict;
        return new Finding
        {
            Verdict = verdict,
            Confidence = Lowest(ruling, held, doubts),
            Cause = ruling.Cause,
            SubCause = ruling.SubCause,
            Relation = facts.Comparison.Relation,
            Reasons = Reasons(rule, ruling, held, doubts, refusal),
            Missing = ruling.Missing.Concat(MissingEvidence.Of(refusal)).Distinct().ToList(),
            WouldChange = held.Select(guard => guard.WouldChange(refusal, ruling.Verdict)).Concat(ruling.WouldChange).Distinct().ToList(),
            Fix = ruling.Fix,
            NotBefore = verdict == Verdict.Retry ? EarliestRetry.Of(refusal, ruling.NotBefore) : null,
        };
    }

    private static Confidence Lowest(Ruling ruling, List<VerdictGuard> held, List<Doubt> doubts) =>
        doubts.Select(doubt => doubt.AtMost).Concat(held.Select(guard => guard.AtMost)).Append(ruling.Confidence).Min();

    // A guard speaks for holding back; what the rule found then speaks against the verdict shown.
    private static List<Reason> Reasons(VerdictRule rule, Ruling ruling, List<VerdictGuard> held, List<Doubt> doubts, RefusalCase refusal) =>
    [
        .. held.Select(guard => new Reason(guard.Id, true, guard.Text(refusal))),
        new Reason(rule.Id, held.Count == 0, ruling.Text),
        .. ruling.Notes,
        .. Observations.Of(refusal),
        .. doubts.Select(doubt => new Reason(doubt.Id, false, doubt.Text(refusal))),
    ];
}
