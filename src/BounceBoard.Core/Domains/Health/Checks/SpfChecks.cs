using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>SPF as published (RFC 7208): what receivers answer, and what the linter says beside it.</summary>
internal static class SpfChecks
{
    private static readonly HealthRule Record = new("spf-record", CheckArea.Spf, "There is exactly one SPF record", "RFC 7208 §4.5");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var answer = examined.Txt(examined.Domain);
        if (answer.State == DnsState.Unknown)
        {
            return [Record.Unknown(Examined.Unanswered(answer)).Holding(Part.Spf).Holding(Part.SpfHeadroom)];
        }
        if (examined.Spf.Record is { } record)
        {
            return [Record.Pass(record.Text).Holding(Part.Spf, 1 - SpfFaultChecks.LostShare(examined), 1 - SpfFaultChecks.UnknownShare(examined), SpfFaultChecks.UnknownShare(examined)), .. SpfFaultChecks.Find(examined), .. SpfCostChecks.Find(examined), .. SpfStyleChecks.Find(examined), .. SpfSourceChecks.Find(examined)];
        }
        var isDoubled = examined.Spf.Findings.Any(finding => finding.Kind == SpfFindingKind.MultipleRecords);
        var issue = Record.Fail(isDoubled ? SpfAdvice.Doubled(examined, answer) : SpfAdvice.Missing(examined), Evidence(answer, isDoubled, examined)).Holding(Part.Spf).Holding(Part.SpfHeadroom);
        return [isDoubled ? issue with { Cap = CapId.SpfPermerror } : issue];
    }

    private static List<string> Evidence(RecordAnswer answer, bool isDoubled, Examined examined) =>
    [
        isDoubled ? $"Receivers answer permerror because {answer.Name} has more than one SPF record." : $"Receivers answer none: {answer.Name} has no SPF record ({answer.Rcode}).",
        .. isDoubled ? answer.Records.Where(Spf.SpfRecord.IsRecord) : examined.Spf.Findings.Where(finding => finding.Kind == SpfFindingKind.AlmostARecord).Select(finding => $"{finding.Term}: {finding.Text}"),
    ];
}
