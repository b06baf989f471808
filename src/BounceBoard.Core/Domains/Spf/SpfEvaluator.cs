namespace BounceBoard.Core.Domains.Spf;

/// <summary>Evaluates SPF as a receiver does (RFC 7208), over answers that were already fetched.</summary>
public static class SpfEvaluator
{
    /// <summary>
    /// Judges a request. Where the snapshot lacks an answer, the run still goes through every term it can reach, so that
    /// <see cref="SpfEvaluation.Missing"/> names all that may be asked at once; ask, add, and call again until nothing is missing.
    /// </summary>
    public static SpfEvaluation Evaluate(SpfRequest request, IDnsSnapshot dns)
    {
        var run = new SpfRun(request, dns);
        var check = new CheckHost(run);
        var visit = check.Visit(run.Identity.Domain);
        var (lookups, voids) = (run.Lookups, run.VoidLookups);
        var explanation = visit.Result == SpfResult.Fail ? SpfExplanation.Of(visit, run, check.Macros) : null;
        var isComplete = run.Missing.Count == 0;
        return new SpfEvaluation(
            run.Identity, isComplete && visit.Result is { } result ? result : SpfResult.Temperror, explanation, lookups, voids, visit, [.. run.Missing]);
    }
}
