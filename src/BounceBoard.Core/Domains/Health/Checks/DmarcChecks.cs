using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The record that receivers find for the domain (RFC 9989 §4.10).</summary>
internal static class DmarcChecks
{
    private static readonly HealthRule Record = new("dmarc-record", CheckArea.Dmarc, "A valid DMARC record is found", "RFC 9989 §4.10");
    private static readonly string[] Parts = [Part.DmarcRecord, Part.DmarcPolicy, Part.DmarcSubdomains, Part.DmarcNonexistent, Part.ReportAddress];

    public static IEnumerable<Judged> Find(Examined examined)
    {
        List<string> steps = [.. examined.Dmarc.Walk.Steps.Select(StepText)];
        if (examined.Dmarc is { Record: { } record, PolicyDomain: { } policyDomain })
        {
            // Found, even where the policy for a name that may or may not exist is open.
            return
            [
                Record.Pass([$"{TreeWalk.RecordName(policyDomain)}: {record.Text}", .. steps]).Holding(Part.DmarcRecord),
                .. DmarcPolicyChecks.Find(examined, record),
                .. DmarcReportChecks.Find(examined, record, policyDomain),
                .. ReportMailboxChecks.Find(examined, record),
                .. Style(examined),
            ];
        }
        return examined.Dmarc.IsUnknown ? [Record.Unknown([.. steps, "A query of the walk was not answered."]).HoldingAll(Parts)]
            : [Record.Fail(DmarcAdvice.Missing(examined), steps).HoldingAll(Parts) with { Cap = CapId.NoDmarc }, .. Style(examined)];
    }

    private static IEnumerable<Judged> Style(Examined examined) => DmarcStyleChecks.Find(examined);

    private static string StepText(WalkStep step) => step switch
    {
        { State: DnsState.Unknown } => $"{TreeWalk.RecordName(step.Domain)}: no answer.",
        { Records: > 1 } => $"{TreeWalk.RecordName(step.Domain)}: {step.Records} records, so receivers discard all of them.",
        { Record: not null } => $"{TreeWalk.RecordName(step.Domain)}: a record.",
        { Reading: not null } => $"{TreeWalk.RecordName(step.Domain)}: a record that receivers ignore. {step.Reading.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)?.Text}",
        _ => $"{TreeWalk.RecordName(step.Domain)}: no record.",
    };
}
