using System.Globalization;

namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Findings about what DNS holds at a name.</summary>
internal static class AnswerRules
{
    /// <summary>Octets that an answer may have to fit into one datagram everywhere (RFC 7208 §3.4).</summary>
    private const int DatagramOctets = 512;

    /// <summary>What all TXT records of the name may take, so that names and headers still fit (RFC 7208 §3.4).</summary>
    private const int TextOctets = 450;

    /// <param name="absence">What it is when there is no record.</param>
    /// <param name="by">The term that led here; empty at the start.</param>
    public static IEnumerable<SpfFinding> Find(RecordAnswer answer, SpfFindingKind absence, string by)
    {
        var name = answer.Name;
        var records = answer.Records.Where(SpfRecord.IsRecord).ToList();
        if (records.Count == 0)
        {
            yield return absence == SpfFindingKind.NoRecord
                ? new(absence, FindingSeverity.Warning, name, "", $"{name} has no SPF record; receivers answer none.", "RFC 7208 §4.5")
                : new(absence, FindingSeverity.Error, name, by, $"{name} has no SPF record; receivers that come to this term answer permerror.", "RFC 7208 §5.2, §6.1");
        }
        if (records.Count > 1)
        {
            yield return new(SpfFindingKind.MultipleRecords, FindingSeverity.Error, name, by,
                $"{name} has {records.Count} SPF records; receivers answer permerror. Join them into one.", "RFC 7208 §4.5");
        }
        foreach (var text in answer.Records.Where(text => !SpfRecord.IsRecord(text)))
        {
            if (text.StartsWith("spf2.0/", StringComparison.OrdinalIgnoreCase))
                yield return new(SpfFindingKind.SenderIdRecord, FindingSeverity.Note, name, text, "Sender ID is historic; nobody reads this record.", "RFC 4406");
            else if (text.AsSpan().TrimStart(" \t\"'").StartsWith("v=spf", StringComparison.OrdinalIgnoreCase) || text.StartsWith("spf1 ", StringComparison.OrdinalIgnoreCase))
                yield return new(SpfFindingKind.AlmostARecord, FindingSeverity.Warning, name, text, "This looks like an SPF record but does not begin with exactly \"v=spf1\" and a space, so receivers do not see it.", "RFC 7208 §4.5");
        }
        if (answer.Records.Sum(text => text.Length) is > TextOctets and var octets)
        {
            yield return new(SpfFindingKind.LargeAnswer, FindingSeverity.Note, name, "", string.Create(CultureInfo.InvariantCulture,
                $"The TXT records of {name} have {octets} octets; an answer over {DatagramOctets} needs TCP or EDNS, which some firewalls break."), "RFC 7208 §3.4");
        }
    }

    public static IEnumerable<SpfFinding> OfExplanation(string domain, SpfTerm exp, RecordAnswer answer)
    {
        if (answer.State == DnsState.Absent || answer.Records.Count > 1)
            yield return new(SpfFindingKind.UnusableExplanation, FindingSeverity.Note, domain, exp.Text, "There is not exactly one TXT record at the target, so receivers use no explanation.", "RFC 7208 §6.2");
        else if (answer.Records is [var text] && MacroSyntax.FaultOf(text, isExplanation: true) is { Length: > 0 } fault)
            yield return new(SpfFindingKind.UnusableExplanation, FindingSeverity.Note, domain, exp.Text, $"Receivers use no explanation: {fault}", "RFC 7208 §6.2");
    }

    public static IEnumerable<SpfFinding> OfExchanges(string domain, SpfTerm term, RecordAnswer answer)
    {
        if (answer.Records.Count > MechanismRules.MostExchanges)
            yield return new(SpfFindingKind.TooManyExchanges, FindingSeverity.Error, domain, term.Text,
                $"{answer.Name} has {answer.Records.Count} MX records; receivers that come to this term answer permerror, because at most {MechanismRules.MostExchanges} may be looked up.", "RFC 7208 §4.6.4");
    }
}
