using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What costs no points: how the record is written, where others stand, and what receivers of the old standard make of it.</summary>
internal static class DmarcStyleChecks
{
    private static readonly HealthRule Tags = new("dmarc-tags", CheckArea.Dmarc, "Every tag of the record has its meaning", "RFC 9989 §4.7");
    private static readonly HealthRule Legacy = new("dmarc-legacy", CheckArea.Dmarc, "Receivers of the old standard come to the same policy", "RFC 9989 appendix C.3");
    private static readonly HealthRule Place = new("dmarc-place", CheckArea.Dmarc, "Nothing that is no DMARC record stands in its place, or the other way round", "RFC 9989 §4.5");
    private static readonly HealthRule Below = new("dmarc-sp", CheckArea.Dmarc, "sp and np stand where they count", "RFC 9989 §4.7");

    public static IEnumerable<Judged> Find(Examined examined) => [TagsOf(examined), LegacyOf(examined), PlaceOf(examined), BelowOf(examined)];

    private static Judged TagsOf(Examined examined)
    {
        var steps = examined.Dmarc.Walk.Steps;
        var findings = steps.Count > 0 && steps[0].Reading is { } reading ? reading.Findings : [];
        List<string> evidence = [.. findings.Select(finding => finding.Tag.Length == 0 ? finding.Text : $"{finding.Tag}: {finding.Text}")];
        return steps.Count == 0 || steps[0].Reading is null ? Tags.NotApplicable("The domain has no record of its own.")
            : findings.All(finding => finding.Severity == FindingSeverity.Note) ? Tags.Pass(evidence)
            : Tags.Warn(Advice.Of("Receivers skip a part of the record or put a default in its place.", "It does not do what it seems to say.", "Correct the tags that the evidence names."), evidence);
    }

    private static Judged LegacyOf(Examined examined)
    {
        var legacy = examined.Legacy;
        List<string> evidence =
        [
            $"RFC 9989, tree walk: organizational domain {examined.Dmarc.Walk.OrganizationalDomain ?? "not known"}, policy {Words(examined.Dmarc.Policy)}.",
            $"RFC 7489, public suffixes: organizational domain {legacy.OrganizationalDomain}, policy {Words(legacy.Policy)}.",
        ];
        return legacy.IsUnknown || examined.Dmarc.IsUnknown ? Legacy.Unknown(evidence)
            : !legacy.DiffersFrom(examined.Dmarc) || examined.Dmarc.Record is null && legacy.Policy is null ? Legacy.Pass(evidence)
            : Legacy.Warn(Advice.Of("Receivers that still follow RFC 7489 find another organizational domain or another policy.", "The same mail passes at one receiver and fails at the next.",
                "Publish a record at the domain itself and at each subdomain that sends.", "Use the same domain in From, in d= of DKIM and in the return path, so that alignment needs no organizational domain."), evidence);
    }

    private static Judged PlaceOf(Examined examined)
    {
        var (apex, record) = (examined.Txt(examined.Domain), examined.Txt(TreeWalk.RecordName(examined.Domain)));
        List<string> wrong =
        [
            .. apex.Records.Where(DmarcParser.IsRecord).Select(text => $"{examined.Domain}: {text}"),
            .. record.Records.Where(text => !DmarcParser.IsRecord(text)).Select(text => $"{record.Name}: {text}"),
        ];
        return wrong.Count > 0 ? Place.Warn(Advice.Of("A record stands at a name where no receiver looks for it, or is no DMARC record.", "Receivers ignore it.", $"Publish the DMARC record at {record.Name}, alone, and delete the others."), wrong)
            : apex.State == DnsState.Unknown || record.State == DnsState.Unknown ? Place.Unknown()
            : Place.Pass();
    }

    private static Judged BelowOf(Examined examined)
    {
        var walk = examined.Dmarc.Walk;
        return walk.Steps.Count == 0 || walk.Steps[0].Record is not { } own || own is { SubdomainPolicy: null, NonexistentPolicy: null } ? Below.NotApplicable()
            : walk.OrganizationalDomain is not { } organization ? Below.Unknown("The organizational domain is not known.")
            : organization == walk.Domain ? Below.Pass()
            : Below.Warn(Advice.Of($"sp and np count only in the record of the organizational domain, {organization}.", "Names below this one follow that record.", $"Set them at {TreeWalk.RecordName(organization)}."), own.Text);
    }

    private static string Words(DmarcPolicy? policy) => policy is { } known ? KebabName.Of(known) : "none found";
}
