using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Faults that make SPF void: receivers answer permerror, or the record lets everybody or nobody be told apart.</summary>
internal static class SpfFaultChecks
{
    private static readonly (HealthRule Rule, SpfFindingKind[] Kinds)[] Rules =
    [
        (new("spf-syntax", CheckArea.Spf, "Every term can be read", "RFC 7208 §4.6"), [SpfFindingKind.SyntaxError]),
        (new("spf-includes", CheckArea.Spf, "Every include and redirect leads to a record", "RFC 7208 §5.2, §6.1"),
            [SpfFindingKind.IncludeWithoutRecord, SpfFindingKind.RedirectWithoutRecord, SpfFindingKind.Loop, SpfFindingKind.MultipleRecords]),
        (new("spf-exchanges", CheckArea.Spf, "No mx term has more than ten hosts", "RFC 7208 §4.6.4"), [SpfFindingKind.TooManyExchanges]),
        (new("spf-all", CheckArea.Spf, "The record ends in ~all or -all", "RFC 7208 §5.1"), [SpfFindingKind.PassAll, SpfFindingKind.NeutralAll, SpfFindingKind.NoAll]),
    ];

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var share = ShareOfOne(examined);
        foreach (var (rule, kinds) in Rules)
        {
            var findings = Of(examined, kinds);
            yield return findings.Count > 0 ? Fault(rule, findings, examined).Holding(Part.Spf, share)
                : IsOpen(examined) && rule.Id != "spf-all" ? rule.Unknown("Not every record that it leads to was answered.")
                : rule.Pass();
        }
    }

    /// <summary>Of the points for SPF, all are lost with the first fault; each fault is charged an equal share.</summary>
    public static double LostShare(Examined examined) => Faults(examined) > 0 ? 1 : 0;

    /// <summary>An include without an answer may be a permanent error or not.</summary>
    public static double UnknownShare(Examined examined) => Faults(examined) == 0 && IsOpen(examined) ? 1 : 0;

    public static double ShareOfOne(Examined examined) => Faults(examined) is > 0 and var count ? 1.0 / count : 0;

    public static bool IsOpen(Examined examined) => examined.IsSpfOpen;

    private static int Faults(Examined examined) => Rules.Count(rule => Of(examined, rule.Kinds).Count > 0) + SpfCostChecks.Faults(examined);

    private static List<SpfFinding> Of(Examined examined, SpfFindingKind[] kinds) => [.. examined.Spf.Findings.Where(finding => kinds.Contains(finding.Kind))];

    private static Judged Fault(HealthRule rule, List<SpfFinding> findings, Examined examined)
    {
        var isPassAll = findings.Exists(finding => finding.Kind == SpfFindingKind.PassAll);
        var isPermanent = findings.Exists(finding => finding.Severity == FindingSeverity.Error) && !isPassAll;
        List<string> evidence = [.. isPermanent ? ["Receivers answer permerror because of this."] : Array.Empty<string>(), .. findings.Select(TextOf)];
        return rule.Issue(isPermanent || isPassAll, SpfAdvice.For(findings[0].Kind, examined), evidence) with { Cap = isPassAll ? CapId.PassAll : isPermanent ? CapId.SpfPermerror : null };
    }

    internal static string TextOf(SpfFinding finding) => finding.Term.Length == 0 ? $"{finding.Domain}: {finding.Text}" : $"{finding.Domain}, {finding.Term}: {finding.Text}";
}
