using BounceBoard.Core.Domains.Bimi;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>BIMI, the brand's picture; shown and never scored.</summary>
internal static class BimiChecks
{
    private const string Draft = "draft-brand-indicators-for-message-identification";

    private static readonly HealthRule Record = new("bimi", CheckArea.Bimi, "The BIMI record can be used", Draft);
    private static readonly HealthRule Policy = new("bimi-policy", CheckArea.Bimi, "DMARC is enforced, which BIMI needs", Draft);

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var answer = examined.Txt($"default._bimi.{examined.Domain}");
        var records = answer.Records.Where(BimiRecord.IsRecord).ToList();
        return answer.State == DnsState.Unknown ? [Record.Unknown(Examined.Unanswered(answer))]
            : records.Count == 0 ? [Record.NotApplicable("No BIMI record.")]
            : [RecordOf(records), PolicyOf(examined), .. records is [var one] ? BimiFileChecks.Find(BimiRecord.Of(one), examined) : []];
    }

    private static Judged RecordOf(List<string> records)
    {
        var record = BimiRecord.Of(records[0]);
        var problem = records.Count > 1 ? "There is more than one record, so receivers use none."
            : record.Picture is null ? "The tag l is missing."
            : !record.IsDeclined && BimiRecord.AddressOf(record.Picture) is null ? "The tag l must be an https address."
            : record.Proof.Length > 0 && BimiRecord.AddressOf(record.Proof) is null ? "The tag a must be an https address."
            : "";
        return problem.Length > 0 ? Record.Warn(Advice.Of("Receivers show no picture.", "The work on it has no effect.", "Correct the record."), [problem, .. records])
            : record.IsDeclined ? Record.Pass(["The domain declines to show a picture.", .. records])
            : record.Proof.Length == 0 ? Record.Pass(["No certificate (a=): Gmail and Apple then show no picture.", .. records])
            : Record.Pass(records);
    }

    private static Judged PolicyOf(Examined examined) => examined.Dmarc is { IsUnknown: false, Record: { } record }
        ? record.Applied(record.Policy) != DmarcPolicy.None && record.PolicyBelow(exists: true) != DmarcPolicy.None ? Policy.Pass(record.Text)
            : Policy.Warn(Advice.Of("The policy lets forged mail through.", "Receivers show the picture only for domains that enforce DMARC, subdomains included.", "Raise p and sp to quarantine or reject."), record.Text)
        : examined.Dmarc.IsUnknown ? Policy.Unknown() : Policy.Warn(Advice.Of("There is no DMARC record.", "Receivers show no picture.", "Publish DMARC first."));
}
