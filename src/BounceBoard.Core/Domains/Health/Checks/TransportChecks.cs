using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.TlsRpt;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whether senders are told to insist on TLS, and to report where it fails.</summary>
internal static class TransportChecks
{
    private static readonly HealthRule Reports = new("tls-reports", CheckArea.Transport, "Failures of TLS are reported", "RFC 8460 §3");

    public static IEnumerable<Judged> Find(Examined examined) => [.. MtaStsChecks.Find(examined), .. StsPastChecks.Find(examined), .. DaneChecks.Find(examined), ReportsOf(examined)];

    private static Judged ReportsOf(Examined examined)
    {
        var answer = examined.Txt($"_smtp._tls.{examined.Domain}");
        var records = answer.Records.Where(TlsRptRecord.IsRecord).ToList();
        var problem = "";
        var isValid = records.Count == 1 && TlsRptRecord.Parse(records[0], out problem) is not null;
        return (answer.State == DnsState.Unknown ? Reports.Unknown(Examined.Unanswered(answer))
            : isValid ? Reports.Pass(records)
            : Reports.Warn(
                Advice.Of("Senders are not told where to report TLS that fails.", "Mail that is held back because of a certificate or a policy is held back silently.", "Choose a mailbox for reports and put it in place of the address below.", "Publish one record.")
                    .Publishing(Advice.Txt(answer.Name, $"v=TLSRPTv1; rua=mailto:tls-reports@{examined.Domain}")),
                [records.Count > 1 ? $"{records.Count} records; senders ignore all of them." : problem.Length > 0 ? problem : $"{answer.Name}: no record.", .. records])).Holding(Part.TlsReports);
    }
}
