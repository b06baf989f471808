using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Checks of a domain that is meant to send nothing.</summary>
internal static class ParkedChecks
{
    private const string NobodySends = "v=spf1 -all";
    private const string RejectAll = "v=DMARC1; p=reject; sp=reject; np=reject";

    private static readonly HealthRule Policy = new("parked-policy", CheckArea.Dmarc, "Mail of the domain is rejected", "RFC 9989 §4.7");
    private static readonly HealthRule Subdomains = new("parked-subdomains", CheckArea.Dmarc, "Mail of subdomains is rejected", "RFC 9989 §4.7");
    private static readonly HealthRule Invented = new("parked-nonexistent", CheckArea.Dmarc, "Mail of names that do not exist is rejected", "RFC 9989 §4.7");
    private static readonly HealthRule Spf = new("parked-spf", CheckArea.Spf, "SPF lets nobody send", "RFC 7208 §10.1.2");
    private static readonly HealthRule Mx = new("parked-mx", CheckArea.Mx, "The null MX says that no mail is accepted", "RFC 7505 §3");
    private static readonly HealthRule Dkim = new("parked-dkim", CheckArea.Dkim, "No usable DKIM key is left", "RFC 6376 §3.6.1");

    /// <summary>What the tenant says; where it says nothing, parked when the records are: SPF lets nobody send and the null MX receives nothing.</summary>
    public static DomainProfile ProfileOf(Examined examined) => examined.Facts.IsProfileSaid ? examined.Facts.Profile
        : examined.Facts.Profile == DomainProfile.Parked || (IsSilent(examined) && examined.Route.IsNull) ? DomainProfile.Parked : DomainProfile.Sending;

    public static IEnumerable<Judged> Find(Examined examined) => [.. Policies(examined), SpfOf(examined), MxOf(examined), DkimOf(examined), .. DnsChecks.Find(examined)];

    private static bool IsSilent(Examined examined) =>
        string.Join(' ', examined.Spf.Record?.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []).Equals(NobodySends, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Judged> Policies(Examined examined)
    {
        var below = DmarcPolicyChecks.RecordBelow(examined);
        var isAbsent = examined.Dmarc is { IsUnknown: false, Record: null };
        (HealthRule Rule, double Share, DmarcPolicy? Applied)[] rows =
        [
            (Policy, 0.6, examined.Dmarc.Applied),
            (Subdomains, 0.2, below?.Applied(below.PolicyBelow(exists: true))),
            (Invented, 0.2, below?.Applied(below.PolicyBelow(exists: false))),
        ];
        return isAbsent
            ? [Policy.Fail(Silence(examined, RejectAll), "There is no DMARC record.").Holding(Part.ParkedPolicy) with { Cap = CapId.NoDmarc }]
            : rows.Select(row => PolicyOf(row.Rule, row.Share, row.Applied, examined));
    }

    private static Judged PolicyOf(HealthRule rule, double share, DmarcPolicy? applied, Examined examined)
    {
        var evidence = examined.Dmarc.Record?.Text ?? "";
        return applied is not { } policy ? rule.Unknown("A query of the walk was not answered.").Holding(Part.ParkedPolicy, share) : policy switch
        {
            DmarcPolicy.Reject => rule.Pass(evidence).Holding(Part.ParkedPolicy, share),
            DmarcPolicy.Quarantine => rule.Warn(Silence(examined, RejectAll), evidence).Holding(Part.ParkedPolicy, share, 0.5),
            DmarcPolicy.None => rule.Fail(Silence(examined, RejectAll), evidence).Holding(Part.ParkedPolicy, share),
        };
    }

    private static HealthAdvice Silence(Examined examined, string record) => Advice.Of(
        "The domain sends no mail, and receivers are not told to refuse what claims to come from it.", "Forgers like names that nobody watches.", "Publish the record.").Publishing(Advice.Txt(TreeWalk.RecordName(examined.Domain), record));

    private static Judged SpfOf(Examined examined)
    {
        var answer = examined.Txt(examined.Domain);
        return (answer.State == DnsState.Unknown ? Spf.Unknown(Examined.Unanswered(answer))
            : IsSilent(examined) ? Spf.Pass(examined.Spf.Record?.Text ?? "")
            : Spf.Fail(Advice.Of("The domain sends no mail, and SPF does not say so.", "Forged mail of it is not told apart by its server.", "Publish the record in place of any other that begins with v=spf1.").Publishing(Advice.Txt(examined.Domain, NobodySends)), answer.Records))
            .Holding(Part.ParkedSpf) with
        { Cap = examined.Spf.Findings.Any(finding => finding.Kind == SpfFindingKind.PassAll) ? CapId.PassAll : null };
    }

    private static Judged MxOf(Examined examined) => (examined.Route switch
    {
        { State: DnsState.Unknown } => Mx.Unknown(Examined.Unanswered(examined.Ask(examined.Domain, RecordType.Mx))),
        { IsNull: true } => Mx.Pass("0 ."),
        var route => Mx.Warn(Advice.Of("The domain is meant to take part in no mail and does not say that it accepts none.", "Senders try for days before they give up.", "Publish the null MX in place of any other.").Publishing(new ProposedRecord(examined.Domain, RecordType.Mx, "0 .")), route.Answer?.Records ?? []),
    }).Holding(Part.ParkedMx);

    private static Judged DkimOf(Examined examined)
    {
        var keys = SelectorKey.AllOf(examined);
        var live = keys.Where(key => key.IsLive).ToList();
        var isEmpty = examined.Txt(KeyName.Parent(examined.Domain)) is { State: DnsState.Absent, Rcode: "NXDOMAIN" };
        return (live.Count > 0 ? Dkim.Warn(Advice.Of("A key of the domain can still sign mail.", "Who holds the private key can send mail that passes.", "Empty p in each of the records, or delete them."), [.. live.Select(key => key.Selector.Selector)])
            : isEmpty || (keys.Count > 0 && keys.All(key => key.Answer.State != DnsState.Unknown)) ? Dkim.Pass($"No live key among the {keys.Count} selectors tried.")
            : Dkim.Unknown($"{keys.Count} selectors tried, some without an answer.")).Holding(Part.ParkedDkim);
    }
}
