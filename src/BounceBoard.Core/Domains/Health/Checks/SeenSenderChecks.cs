using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Names that mail was seen to be sent under, beside the domain's own: HELO names, return paths, domains below it. None of it carries points.</summary>
internal static class SeenSenderChecks
{
    private static readonly HealthRule ReturnPath = new("spf-return-path", CheckArea.Spf, "The return path has a good SPF record", "RFC 7208 §2.4");
    private static readonly HealthRule Helo = new("spf-helo", CheckArea.Spf, "The HELO name has a good SPF record", "RFC 7208 §2.3, §10.1.3");
    private static readonly HealthRule Subdomains = new(HealthRules.UnmanagedSubdomain, CheckArea.Sending, "Every domain below this one that sends is looked after", "judgement");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var facts = examined.Facts;
        return
        [
            .. Each(ReturnPath, SeenNames.ReturnPathsOf(examined.Domain, facts.SeenSenders), name => ReturnPathOf(name, examined)),
            .. Each(Helo, [.. SeenNames.HelosOf(examined.Domain, facts.SendingHosts, facts.SeenHelos).Where(helo => helo != examined.Domain)], name => HeloOf(name, examined)),
            .. SeenAlignmentChecks.Find(examined),
            .. Each(Subdomains, facts.UnmanagedSubdomains, UnmanagedOf),
        ];
    }

    private static IEnumerable<Judged> Each(HealthRule rule, IReadOnlyList<string> names, Func<string, Judged> judge) =>
        names.Count == 0 ? [rule.NotApplicable("No such name was seen.")] : names.Select(name => judge(name).About(name));

    private static Judged ReturnPathOf(string name, Examined examined) => RecordOf(
        ReturnPath, name, examined,
        Advice.Of($"Bounces of mail come back to {name}, and receivers check that name with SPF.", "Without a good record SPF gives such mail nothing, and DMARC passes by DKIM alone.",
            $"Publish one SPF record at {name} with the servers or the provider that sends under it."));

    private static Judged HeloOf(string name, Examined examined) => RecordOf(
        Helo, name, examined,
        Advice.Of($"A server of the domain calls itself {name}, and no good SPF record says which server may.", "Bounces have no sender, so receivers check the HELO name in their place; anybody may use the name.",
            $"Publish an SPF record at {name} that lets only its own address pass.").Publishing(Advice.Txt(name, "v=spf1 a -all")));

    private static Judged RecordOf(HealthRule rule, string name, Examined examined, HealthAdvice missing)
    {
        var survey = SpfSurvey.Of(name, examined.Facts.Dns);
        var answer = examined.Txt(name);
        var errors = survey.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        var isOpen = !survey.IsComplete || survey.Findings.Any(finding => finding.Kind == SpfFindingKind.Unanswered);
        return answer.State == DnsState.Unknown ? rule.Unknown(Examined.Unanswered(answer))
            : survey.Record is null && errors.TrueForAll(finding => finding.Kind == SpfFindingKind.NoRecord) ? rule.Warn(missing, $"{name} has no SPF record ({answer.Rcode}).")
            : errors.Count > 0 ? rule.Warn(SpfAdvice.For(errors[0].Kind, examined) with { Records = [] }, [.. errors.Select(SpfFaultChecks.TextOf)])
            : isOpen ? rule.Unknown("Not every record that it leads to was answered.")
            : rule.Pass(survey.Record?.Text ?? "");
    }

    private static Judged UnmanagedOf(string name) => Subdomains.Warn(
        Advice.Of($"Mail in the name of {name} bounced, and the domain is not among yours here.", "Its records are not examined, and a system that nobody knows may send under it.",
            "Find out which system sends under it.", $"Add {name} under Domains, so that it is examined like this one."),
        $"{name}: seen in bounces of the last 90 days.");
}
