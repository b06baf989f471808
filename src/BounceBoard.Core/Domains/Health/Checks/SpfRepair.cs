using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The record as it could be, where that follows from what is published alone; what a provider wants today it cannot know.</summary>
internal static class SpfRepair
{
    /// <summary>Terms that can go without a sender losing anything: they stop the check or are never used.</summary>
    private static readonly SpfFindingKind[] Removable =
    [
        SpfFindingKind.IncludeWithoutRecord, SpfFindingKind.RedirectWithoutRecord, SpfFindingKind.Ptr, SpfFindingKind.RedirectWithAll,
    ];

    /// <returns>Null where nothing can be mended without a person's knowledge.</returns>
    public static ProposedRecord? Repaired(Examined examined)
    {
        if (examined.Spf.Record is not { Faults.Count: 0 } record)
        {
            return null;
        }
        // The term that led to a missing record is named where the record is missing, so it is looked for by its text.
        var gone = examined.Spf.Findings.Where(finding => Removable.Contains(finding.Kind)).Select(finding => finding.Term).Where(term => term.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var mechanisms = record.Mechanisms.Where(term => term.Kind != SpfTermKind.All && !gone.Contains(term.Text));
        return Written(examined.Domain, record, [.. mechanisms, .. record.Modifiers.Where(term => !gone.Contains(term.Text))], EndOf(record)) is { } text && text.Value != record.Text ? text : null;
    }

    /// <returns>One record with the terms of all; null where one of them cannot be read.</returns>
    public static ProposedRecord? Joined(string domain, IReadOnlyList<string> texts)
    {
        var records = texts.Where(SpfRecord.IsRecord).Select(SpfParser.Parse).ToList();
        return records.Exists(record => record.Faults.Count > 0 || record.Modifiers.Any(term => term.Kind == SpfTermKind.Redirect)) ? null
            : Written(domain, records[0], [.. records.SelectMany(record => record.Mechanisms).Where(term => term.Kind != SpfTermKind.All)], "~all");
    }

    private static ProposedRecord? Written(string domain, SpfRecord record, IReadOnlyList<SpfTerm> terms, string end) =>
        terms.Count == 0 && record.Mechanisms.Count > 1 ? null
        : Advice.Txt(domain, string.Join(' ', ["v=spf1", .. terms.Where(term => !term.IsModifier).Select(TextOf).Distinct(StringComparer.OrdinalIgnoreCase), .. terms.Where(term => term.IsModifier).Select(TextOf), .. end.Length > 0 ? [end] : Array.Empty<string>()]));

    private static string TextOf(SpfTerm term) => term.Text;

    private static string EndOf(SpfRecord record)
    {
        var all = record.Mechanisms.FirstOrDefault(term => term.Kind == SpfTermKind.All);
        return all is { Qualifier: SpfResult.Fail or SpfResult.Softfail } ? all.Text : all is null && record.Redirect is not null ? "" : "~all";
    }
}
