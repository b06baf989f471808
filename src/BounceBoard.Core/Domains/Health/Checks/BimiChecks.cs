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
        var records = answer.Records.Where(text => text.StartsWith("v=BIMI1", StringComparison.OrdinalIgnoreCase)).ToList();
        return answer.State == DnsState.Unknown ? [Record.Unknown(Examined.Unanswered(answer))]
            : records.Count == 0 ? [Record.NotApplicable("No BIMI record.")]
            : [RecordOf(records), PolicyOf(examined)];
    }

    private static Judged RecordOf(List<string> records)
    {
        var tags = records[0].Split(';', StringSplitOptions.TrimEntries).Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries)).Where(tag => tag.Length == 2).ToLookup(tag => tag[0].ToLowerInvariant(), tag => tag[1]);
        var (picture, proof) = (tags["l"].FirstOrDefault(), tags["a"].FirstOrDefault() ?? "");
        var isDeclined = picture is { Length: 0 } && proof.Length == 0;
        var problem = records.Count > 1 ? "There is more than one record, so receivers use none."
            : picture is null ? "The tag l is missing."
            : !isDeclined && !IsHttps(picture) ? "The tag l must be an https address."
            : proof.Length > 0 && !IsHttps(proof) ? "The tag a must be an https address."
            : "";
        return problem.Length > 0 ? Record.Warn(Advice.Of("Receivers show no picture.", "The work on it has no effect.", "Correct the record."), [problem, .. records])
            : isDeclined ? Record.Pass(["The domain declines to show a picture.", .. records])
            : proof.Length == 0 ? Record.Pass(["No certificate (a=): Gmail and Apple then show no picture.", .. records])
            : Record.Pass(records);
    }

    private static bool IsHttps(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0;

    private static Judged PolicyOf(Examined examined) => examined.Dmarc is { IsUnknown: false, Record: { } record }
        ? record.Applied(record.Policy) != DmarcPolicy.None && record.PolicyBelow(exists: true) != DmarcPolicy.None ? Policy.Pass(record.Text)
            : Policy.Warn(Advice.Of("The policy lets forged mail through.", "Receivers show the picture only for domains that enforce DMARC, subdomains included.", "Raise p and sp to quarantine or reject."), record.Text)
        : examined.Dmarc.IsUnknown ? Policy.Unknown() : Policy.Warn(Advice.Of("There is no DMARC record.", "Receivers show no picture.", "Publish DMARC first."));
}
