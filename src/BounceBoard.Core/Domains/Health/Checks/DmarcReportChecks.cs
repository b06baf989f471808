using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Where reports go, and whether they arrive (RFC 9989 §4.6, RFC 9990 §4). Which address it is makes no difference.</summary>
internal static class DmarcReportChecks
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    private static readonly HealthRule Reports = new("dmarc-reports", CheckArea.Dmarc, "Aggregate reports are asked for and may be received", "RFC 9990 §4");
    private static readonly HealthRule Arriving = new("dmarc-reports-arrive", CheckArea.Dmarc, "A report came in the last seven days", "RFC 9989 §8");
    private static readonly HealthRule Failures = new("dmarc-failure-reports", CheckArea.Dmarc, "Failure reports may be received where they are asked for", "RFC 9990 §4");

    public static IEnumerable<Judged> Find(Examined examined, DmarcRecord record, string policyDomain)
    {
        var reports = AggregateOf(examined, record, policyDomain);
        return reports.State == CheckState.Pass ? [reports, ArrivingOf(examined, record).Holding(Part.ReportAddress), FailuresOf(examined, record, policyDomain)]
            : [reports.Holding(Part.ReportAddress), FailuresOf(examined, record, policyDomain)];
    }

    private static Judged AggregateOf(Examined examined, DmarcRecord record, string policyDomain)
    {
        var hosts = ReportReceivers.HostsOf(record.AggregateReports);
        if (hosts.Count == 0)
        {
            return Reports.Warn(Advice.Of("Nobody receives reports on the domain's mail.", "Without them nobody sees which mail passes, and which is forged.", "Choose a mailbox for reports and put it in place of the address below.", "Publish the record.")
                .Publishing(DmarcDraft.With(examined, "rua", $"mailto:dmarc-reports@{policyDomain}")), record.Text);
        }
        var consents = hosts.Select(host => (Host: host, Agrees: Agrees(examined, policyDomain, host))).ToList();
        List<string> evidence = [.. consents.Select(consent => $"{consent.Host}: {Words(consent.Agrees)}")];
        var refused = consents.Where(consent => consent.Agrees == false).Select(consent => consent.Host).ToList();
        return refused.Count == hosts.Count ? Reports.Fail(Unwilling(policyDomain, refused), evidence)
            : consents.Exists(consent => consent.Agrees == true)
                ? refused.Count == 0 ? Reports.Pass(evidence) : Reports.Warn(Unwilling(policyDomain, refused), evidence)
            : Reports.Unknown(evidence);
    }

    private static Judged ArrivingOf(Examined examined, DmarcRecord record)
    {
        var own = examined.Facts.OwnReportAddresses;
        var comesHere = record.AggregateReports.Any(uri => own.Contains(uri.Address ?? uri.Text, StringComparer.OrdinalIgnoreCase));
        return examined.Facts.Reports is { } reports && examined.Facts.At - reports.LastAt <= Fresh ? Arriving.Pass($"Last report: {reports.LastAt:u}.")
            // Reports that go elsewhere are not seen here, which says nothing about them.
            : !comesHere ? Arriving.Unknown("The reports do not come here, or none is held.")
            : Arriving.Warn(Advice.Of("Reports are sent here, and none came for a week.", "Either the domain sends next to no mail, or the address does not work.", "Send a message to the address and see whether it arrives."),
                examined.Facts.Reports is { } last ? $"Last report: {last.LastAt:u}." : "No report is held.");
    }

    private static Judged FailuresOf(Examined examined, DmarcRecord record, string policyDomain)
    {
        var refused = ReportReceivers.HostsOf(record.FailureReports).Where(host => Agrees(examined, policyDomain, host) == false).ToList();
        return record.FailureReports.Count == 0 ? Failures.NotApplicable("The record asks for no failure reports.")
            : refused.Count > 0 ? Failures.Warn(Unwilling(policyDomain, refused), record.Text)
            : Failures.Pass();
    }

    private static HealthAdvice Unwilling(string policyDomain, List<string> hosts) => Advice.Of(
        $"{string.Join(", ", hosts)} does not say that it receives reports on {policyDomain}.", "Senders of reports must leave it out.",
        "Ask whoever keeps that domain to publish the record, or name an address of the own domain.").Publishing(
            [.. hosts.Select(host => Advice.Txt(ExternalReports.NameFor(policyDomain, host), "v=DMARC1"))]);

    private static bool? Agrees(Examined examined, string policyDomain, string host)
    {
        var (own, other) = (TreeWalk.From(policyDomain, examined.Facts.Dns), TreeWalk.From(host, examined.Facts.Dns));
        return host == policyDomain ? true
            : own.OrganizationalDomain is { } one && other.OrganizationalDomain is { } two && one.Equals(two, StringComparison.OrdinalIgnoreCase) ? true
            : ExternalReports.Agrees(examined.Txt(ExternalReports.NameFor(policyDomain, host))) is not false and var consent ? consent
            : own.OrganizationalDomain is null || other.OrganizationalDomain is null ? null : false;
    }

    private static string Words(bool? agrees) => agrees switch { true => "may receive them.", false => "does not agree to receive them.", null => "not known whether it agrees." };
}
