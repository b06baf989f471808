using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What receivers are asked to do with forged mail; quarantine counts as reject (RFC 9989 §7.4).</summary>
internal static class DmarcPolicyChecks
{
    /// <summary>Of the points for the policy: reports are read, which is how enforcement begins.</summary>
    private const double Watched = 3.0 / 12;

    private static readonly HealthRule Domain = new("dmarc-policy", CheckArea.Dmarc, "Forged mail of the domain is quarantined or rejected", "RFC 9989 §4.7");
    private static readonly HealthRule Subdomains = new("dmarc-subdomains", CheckArea.Dmarc, "Forged mail of subdomains is quarantined or rejected", "RFC 9989 §4.7");
    private static readonly HealthRule Invented = new("dmarc-nonexistent", CheckArea.Dmarc, "Mail of names that do not exist is quarantined or rejected", "RFC 9989 §4.7");
    private static readonly HealthRule Test = new("dmarc-test", CheckArea.Dmarc, "The policy is not in test mode", "RFC 9989 §4.7");

    public static IEnumerable<Judged> Find(Examined examined, DmarcRecord record) =>
    [
        Own(examined, record),
        Below(Subdomains, Part.DmarcSubdomains, examined, exists: true),
        Below(Invented, Part.DmarcNonexistent, examined, exists: false),
        record.IsTesting
            ? Test.Warn(Advice.Of("t=y asks receivers to act one level lower than the policy says.", "While it stands, forged mail is treated more kindly than the record seems to say.", "Remove t=y when the reports show that genuine mail passes.")
                .Publishing(DmarcDraft.Without(examined, "t")), record.Text)
            : Test.Pass(),
    ];

    /// <summary>The record that speaks for names below the domain: only that of the organizational domain counts for them (RFC 9989 §4.10.1).</summary>
    public static DmarcRecord? RecordBelow(Examined examined)
    {
        var walk = examined.Dmarc.Walk;
        return walk.OrganizationalDomain is { } organization ? walk.Steps.FirstOrDefault(step => step.Domain == organization)?.Record ?? examined.Dmarc.Record : null;
    }

    private static Judged Own(Examined examined, DmarcRecord record)
    {
        if (examined.Dmarc.Applied is not { } applied)
        {
            return Domain.Unknown("Whether the domain exists was not answered, and the record asks for different things.").Holding(Part.DmarcPolicy);
        }
        return IsEnforced(applied) ? Domain.Pass(TextOf(applied, record)).Holding(Part.DmarcPolicy)
            : Domain.Warn(DmarcAdvice.Weak(examined), TextOf(applied, record)).Holding(Part.DmarcPolicy, 1, record.AggregateReports.Count > 0 ? Watched : 0);
    }

    private static Judged Below(HealthRule rule, string part, Examined examined, bool exists)
    {
        if (RecordBelow(examined) is not { } record)
        {
            return rule.Unknown("The organizational domain is not known: a query of the walk was not answered.").Holding(part);
        }
        var applied = record.Applied(record.PolicyBelow(exists));
        return (IsEnforced(applied) ? rule.Pass(TextOf(applied, record)) : rule.Warn(DmarcAdvice.WeakBelow(examined, exists), TextOf(applied, record))).Holding(part);
    }

    private static bool IsEnforced(DmarcPolicy policy) => policy switch
    {
        DmarcPolicy.None => false,
        DmarcPolicy.Quarantine or DmarcPolicy.Reject => true,
    };

    private static string TextOf(DmarcPolicy applied, DmarcRecord record) => $"{KebabName.Of(applied)}{(record.IsTesting ? ", one level lower because of t=y" : "")}: {record.Text}";
}
