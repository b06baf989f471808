using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.MtaSts;
using BounceBoard.Core.Domains.Spf.Survey;
using BounceBoard.Core.Domains.TlsRpt;

namespace BounceBoard.Web.Domains.Health;

/// <summary>What the list of domains says of one, read from its judged examination.</summary>
internal static class HealthCells
{
    private const string NotThere = "–";

    public static HealthCell Spf(DomainHealth health) => new(Worst(health, CheckArea.Spf), health.Spf switch
    {
        { Record: not null } survey => $"{HealthWords.Number(survey.Lookups)}/10{(survey.IsComplete ? "" : " so far")}",
        { Findings: var findings } when findings.Any(finding => finding.Kind == SpfFindingKind.NoRecord) => "no record",
        { Findings: var findings } when findings.Any(finding => finding.Kind == SpfFindingKind.MultipleRecords) => "more than one",
        _ => "unknown",
    });

    public static HealthCell Dkim(DomainHealth health)
    {
        var answers = health.Facts.Selectors.Select(fact => health.Facts.Dns.Find($"{fact.Selector}._domainkey.{health.Facts.Domain.Value}", RecordType.Txt)).ToList();
        var found = answers.Count(answer => answer is { State: DnsState.Found });
        var live = answers.Count(answer => answer is { State: DnsState.Found } && answer.Records.Any(text => DkimKey.Parse(text).State == DkimKeyState.Usable));
        return new HealthCell(Worst(health, CheckArea.Dkim), live > 0 ? HealthWords.Count(live, "key", "keys") : found > 0 ? "none usable"
            : answers.Count == 0 || answers.Exists(answer => answer is not { State: DnsState.Absent }) ? "unknown" : "none found");
    }

    public static HealthCell Dmarc(DomainHealth health) => new(Worst(health, CheckArea.Dmarc), health.Dmarc switch
    {
        { Policy: { } policy } => HealthWords.Of(policy) + (health.Dmarc.Record is { IsTesting: true } ? ", test" : ""),
        { IsUnknown: true } => "unknown",
        _ => "no record",
    });

    public static HealthCell Mx(DomainHealth health) => new(Worst(health, CheckArea.Mx), health.Facts.Dns.Find(health.Facts.Domain.Value, RecordType.Mx) switch
    {
        null or { State: DnsState.Unknown } => "unknown",
        { State: DnsState.Absent } => "none",
        { Records: [var only] } when only.EndsWith(" .", StringComparison.Ordinal) => "null MX",
        { Records.Count: var count } => HealthWords.Count(count, "host", "hosts"),
    });

    public static HealthCell MtaSts(DomainHealth health)
    {
        var answer = health.Facts.Dns.Find($"_mta-sts.{health.Facts.Domain.Value}", RecordType.Txt);
        if (answer is null or { State: DnsState.Unknown })
        {
            return new HealthCell(CheckState.Unknown, "unknown");
        }
        if (!answer.Records.Any(MtaStsRecord.IsRecord))
        {
            return new HealthCell(null, NotThere);
        }
        return health.Facts.MtaStsPolicy switch
        {
            null or { IsUnknown: true } => new(CheckState.Unknown, "policy unknown"),
            { Body: { Length: > 0 } body } when MtaStsPolicy.Parse(body, out _) is { } policy =>
                new(policy.Mode == MtaStsMode.Enforce ? CheckState.Pass : CheckState.Warn, Mode(policy.Mode)),
            _ => new(CheckState.Fail, "policy unusable"),
        };
    }

    public static HealthCell TlsRpt(DomainHealth health) => health.Facts.Dns.Find($"_smtp._tls.{health.Facts.Domain.Value}", RecordType.Txt) switch
    {
        null or { State: DnsState.Unknown } => new(CheckState.Unknown, "unknown"),
        var answer when answer.Records.FirstOrDefault(TlsRptRecord.IsRecord) is not { } text => new(null, NotThere),
        var answer => TlsRptRecord.Parse(answer.Records.First(TlsRptRecord.IsRecord), out _) is null ? new(CheckState.Fail, "unusable") : new(CheckState.Pass, "on"),
    };

    public static HealthCell Blocklists(DomainHealth health)
    {
        var facts = health.Facts.Blocklists;
        var (listed, usable) = (facts.Count(fact => fact.State == ListingState.Listed), facts.Count(fact => fact.State is ListingState.Listed or ListingState.NotListed));
        return facts.Count == 0 ? new(null, "not asked")
            : usable == 0 ? new(CheckState.Unknown, "unknown")
            : new(listed > 0 ? CheckState.Warn : CheckState.Pass, $"{HealthWords.Number(listed)}/{HealthWords.Number(usable)}");
    }

    private static CheckState Worst(DomainHealth health, CheckArea area)
    {
        var states = health.Checks.Where(check => check.Area == area).Select(check => check.State).ToHashSet();
        return states.Contains(CheckState.Fail) ? CheckState.Fail
            : states.Contains(CheckState.Warn) ? CheckState.Warn
            : states.Contains(CheckState.Pass) ? CheckState.Pass
            : states.Contains(CheckState.NotApplicable) ? CheckState.NotApplicable
            : CheckState.Unknown;
    }

    private static string Mode(MtaStsMode mode) => mode switch
    {
        MtaStsMode.None => "none",
        MtaStsMode.Testing => "testing",
        MtaStsMode.Enforce => "enforce",
    };
}
