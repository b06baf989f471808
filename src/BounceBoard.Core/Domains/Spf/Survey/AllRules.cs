namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Findings about how a record ends.</summary>
internal static class AllRules
{
    public static IEnumerable<SpfFinding> Find(string domain, SpfRecord record)
    {
        var all = record.Mechanisms.FirstOrDefault(term => term.Kind == SpfTermKind.All);
        if (all is null)
        {
            // A term that could not be read may have been meant as the end.
            if (record.Redirect is null && record.Faults.Count == 0)
                yield return new(SpfFindingKind.NoAll, FindingSeverity.Warning, domain, "", "The record ends without \"all\" or \"redirect\": whatever matches nothing is neutral.", "RFC 7208 §4.7");
            yield break;
        }
        if (all.Qualifier == SpfResult.Pass)
        {
            yield return new(SpfFindingKind.PassAll, FindingSeverity.Error, domain, all.Text, "Every server in the world may send for this domain.", "RFC 7208 §5.1");
        }
        if (all.Qualifier == SpfResult.Neutral)
        {
            yield return new(SpfFindingKind.NeutralAll, FindingSeverity.Warning, domain, all.Text, "The record says nothing about servers that it does not list; \"~all\" or \"-all\" does.", "RFC 7208 §5.1");
        }
        foreach (var term in record.Mechanisms.SkipWhile(term => term != all).Skip(1))
        {
            yield return new(SpfFindingKind.TermsAfterAll, FindingSeverity.Warning, domain, term.Text, "Nothing after \"all\" is ever used.", "RFC 7208 §5.1");
        }
        if (record.Redirect is { } redirect)
        {
            yield return new(SpfFindingKind.RedirectWithAll, FindingSeverity.Warning, domain, redirect.Text, "A redirect is never used in a record that has \"all\".", "RFC 7208 §6.1");
        }
    }
}
