using System.Collections.Frozen;

namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Findings about tags that receivers put up with.</summary>
internal static class TagRules
{
    private static readonly FrozenSet<string> Known = new[] { "v", "p", "sp", "np", "adkim", "aspf", "fo", "rua", "ruf", "psd", "t" }.ToFrozenSet();

    private static readonly FrozenSet<string> Historic = new[] { "pct", "rf", "ri" }.ToFrozenSet();

    public static IEnumerable<DmarcFinding> Find(IReadOnlyList<DmarcTag> tags, DmarcRecord record)
    {
        foreach (var finding in tags.Select(Of).OfType<DmarcFinding>())
        {
            yield return finding;
        }
        if (tags.All(tag => tag.Name != "p"))
        {
            yield return new(DmarcFindingKind.NoPolicy, FindingSeverity.Warning, "", "Without the tag p the policy is none, and receivers that follow RFC 7489 may ignore the record.", "RFC 9989 §4.7");
        }
        else if (tags.Count > 1 && tags[1].Name != "p")
        {
            yield return new(DmarcFindingKind.PolicyNotSecond, FindingSeverity.Note, "", "Receivers that follow RFC 7489 may want the tag p right after v.", "RFC 7489 §6.3");
        }
        foreach (var uri in record.AggregateReports.Concat(record.FailureReports).Where(uri => uri.Size.Length > 0))
        {
            yield return new(DmarcFindingKind.ObsoleteSize, FindingSeverity.Note, uri.Text + uri.Size, "A size limit is obsolete and ignored; old senders may still obey it and send nothing.", "RFC 9989 §4.8");
        }
        foreach (var uri in Repeated(record.AggregateReports).Concat(Repeated(record.FailureReports)))
        {
            yield return new(DmarcFindingKind.RepeatedReportAddress, FindingSeverity.Note, uri, "The address stands more than once; some senders send a report for each.", "RFC 9989 §4.6");
        }
        if (record.FailureOptions.Contains('0') && record.FailureOptions.Contains('1'))
        {
            yield return new(DmarcFindingKind.RedundantFailureOptions, FindingSeverity.Note, "fo", "fo=1 asks for everything that fo=0 asks for.", "RFC 9989 §4.7");
        }
        if (tags.Any(tag => tag.Name == "fo") && record.FailureReports.Count == 0)
        {
            yield return new(DmarcFindingKind.FailureOptionsWithoutAddress, FindingSeverity.Note, "fo", "Without ruf the tag fo has no effect.", "RFC 9989 §4.7");
        }
    }

    private static DmarcFinding? Of(DmarcTag tag) => tag switch
    {
        { Name: "", Text: "" } => new(DmarcFindingKind.EmptyTag, FindingSeverity.Note, "", "Two semicolons have nothing between them; strict readers may refuse the record.", "RFC 9989 §4.8"),
        { Name: "" } => new(DmarcFindingKind.BadTag, FindingSeverity.Error, tag.Text, "This is no tag: a name, an equals sign and a value. Receivers skip it.", "RFC 9989 §4.8"),
        { Value: "" } => new(DmarcFindingKind.BadTag, FindingSeverity.Error, tag.Text, "The tag has no value; receivers use its default.", "RFC 9989 §4.8"),
        _ when Historic.Contains(tag.Name) => new(DmarcFindingKind.HistoricTag, FindingSeverity.Note, tag.Text, HistoryOf(tag.Name), "RFC 9989 §9.3, A.6"),
        _ when !Known.Contains(tag.Name) => new(DmarcFindingKind.UnknownTag, FindingSeverity.Note, tag.Text, "Receivers ignore a tag they do not know; is it misspelt?", "RFC 9989 §4.7"),
        _ => null,
    };

    private static string HistoryOf(string name) => name switch
    {
        "pct" => "\"pct\" is historic and ignored; t=y says \"test\" instead.",
        "ri" => "\"ri\" is historic and ignored; reports come daily.",
        _ => "\"rf\" is historic and ignored; there is one format of failure reports.",
    };

    private static IEnumerable<string> Repeated(IReadOnlyList<DmarcUri> uris) =>
        uris.GroupBy(uri => uri.Text, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key);
}
