using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What receivers put up with: it costs no points and is worth mending.</summary>
internal static class SpfStyleChecks
{
    private static readonly (HealthRule Rule, SpfFindingKind[] Kinds)[] Rules =
    [
        (new("spf-ptr", CheckArea.Spf, "The term ptr is not used", "RFC 7208 §5.5"), [SpfFindingKind.Ptr]),
        (new("spf-networks", CheckArea.Spf, "Only networks of one's own senders pass", "judgement"), [SpfFindingKind.WideNetwork, SpfFindingKind.PrivateNetwork]),
        (new("spf-terms", CheckArea.Spf, "Every term has an effect", "RFC 7208 §5.1, §6"),
            [SpfFindingKind.TermsAfterAll, SpfFindingKind.RedirectWithAll, SpfFindingKind.RepeatedTerm, SpfFindingKind.UnknownModifier, SpfFindingKind.AlmostARecord]),
        (new("spf-explanation", CheckArea.Spf, "The explanation can be used", "RFC 7208 §6.2"), [SpfFindingKind.UnusableExplanation]),
        (new("spf-sender-id", CheckArea.Spf, "No Sender ID record is left over", "RFC 4406"), [SpfFindingKind.SenderIdRecord]),
    ];

    public static IEnumerable<Judged> Find(Examined examined)
    {
        foreach (var (rule, kinds) in Rules)
        {
            // A provider's record is the provider's to mend; only what stands in its own records, those of names below it included, is an issue of the domain.
            var own = examined.Spf.Findings.Where(finding => kinds.Contains(finding.Kind) && SpfTerms.IsOwn(finding.Domain, examined.Domain)).ToList();
            var others = examined.Spf.Findings.Where(finding => kinds.Contains(finding.Kind) && !SpfTerms.IsOwn(finding.Domain, examined.Domain)).Select(SpfFaultChecks.TextOf).ToList();
            var worst = own.OrderByDescending(finding => finding.Severity).FirstOrDefault();
            yield return worst is null ? rule.Pass(others)
                : worst.Severity == FindingSeverity.Note ? rule.Pass([.. own.Select(SpfFaultChecks.TextOf), .. others])
                : rule.Warn(SpfAdvice.For(worst.Kind, examined), [.. own.Select(SpfFaultChecks.TextOf), .. others]);
        }
    }
}
