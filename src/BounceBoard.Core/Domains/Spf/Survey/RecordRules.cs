namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Findings about the words of one record.</summary>
internal static class RecordRules
{
    /// <summary>Octets of a record that fit into an answer with room for its name and for other records (RFC 7208 §3.4).</summary>
    private const int LongRecord = 450;

    /// <param name="isOwn">The record decides by itself: the domain's, or one that redirect led to.</param>
    public static IEnumerable<SpfFinding> Find(string domain, SpfRecord record, bool isOwn)
    {
        foreach (var fault in record.Faults)
        {
            yield return new(SpfFindingKind.SyntaxError, FindingSeverity.Error, domain, fault.Term, $"Receivers answer permerror: {fault.Problem}", "RFC 7208 §4.6");
        }
        if (record.Text.Length > LongRecord)
        {
            yield return new(SpfFindingKind.LongRecord, FindingSeverity.Warning, domain, "", $"The record has {record.Text.Length} octets; {LongRecord} is the advice, so that answers fit into one datagram.", "RFC 7208 §3.4");
        }
        foreach (var finding in (isOwn ? AllRules.Find(domain, record) : []).Concat(record.Mechanisms.SelectMany(term => NetworkRules.Find(domain, term))))
        {
            yield return finding;
        }
        foreach (var term in record.Mechanisms.Where(term => term.Kind == SpfTermKind.Ptr))
        {
            yield return new(SpfFindingKind.Ptr, FindingSeverity.Warning, domain, term.Text, "\"ptr\" should not be published: it is slow, and some receivers skip it.", "RFC 7208 §5.5");
        }
        foreach (var term in record.Modifiers.Where(term => term.Kind == SpfTermKind.UnknownModifier))
        {
            yield return new(SpfFindingKind.UnknownModifier, FindingSeverity.Note, domain, term.Text, "Receivers ignore a modifier they do not know; is it a misspelt term?", "RFC 7208 §6");
        }
        foreach (var term in record.Mechanisms.GroupBy(term => term.Text, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.First()))
        {
            yield return new(SpfFindingKind.RepeatedTerm, FindingSeverity.Warning, domain, term.Text,
                term.CostsLookup ? "The term is written more than once; each time it costs a look-up." : "The term is written more than once.", "RFC 7208 §4.6.4");
        }
    }
}
