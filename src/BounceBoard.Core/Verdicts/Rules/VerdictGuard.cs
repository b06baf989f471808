namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>A condition under which a verdict is never given, whatever the rule found.</summary>
/// <param name="Stops">The verdict it holds back.</param>
/// <param name="StopsAlso">A second one, or null.</param>
/// <param name="AtMost">Confidence of the Investigate that is given instead.</param>
internal sealed record VerdictGuard(
    string Id, Verdict Stops, Verdict? StopsAlso, Confidence AtMost, Func<RefusalCase, bool> Holds, Func<RefusalCase, string> Text, string Until)
{
    public string WouldChange(RefusalCase refusal, Verdict held) => $"Would become {held} {Until.Replace("{grace}", Said.Time(refusal.GraceOverAt), StringComparison.Ordinal)}.";
}
