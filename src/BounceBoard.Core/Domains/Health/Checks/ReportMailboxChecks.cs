using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The addresses of rua as mail addresses.</summary>
internal static class ReportMailboxChecks
{
    /// <summary>Receivers of the old standard need not send to more (RFC 7489 §6.2).</summary>
    private const int MostAddresses = 2;

    private static readonly HealthRule Mailbox = new("dmarc-reports-mailbox", CheckArea.Dmarc, "The hosts of the report addresses accept mail", "RFC 9989 §4.6, RFC 7505 §3");
    private static readonly HealthRule Count = new("dmarc-reports-count", CheckArea.Dmarc, "Reports are asked for at no more than two addresses", "RFC 7489 §6.2");

    public static IEnumerable<Judged> Find(Examined examined, DmarcRecord record) => [MailboxOf(examined, record), CountOf(record)];

    private static Judged MailboxOf(Examined examined, DmarcRecord record)
    {
        var hosts = ReportReceivers.HostsOf(record).Select(host => (Host: host, Accepts: Accepts(host, examined))).ToList();
        List<string> dead = [.. hosts.Where(one => one.Accepts == false).Select(one => $"{one.Host}: {Reason(one.Host, examined)}")];
        return hosts.Count == 0 ? Mailbox.NotApplicable("The record names no address.")
            : dead.Count > 0 ? Mailbox.Warn(Advice.Of("Reports are sent to a host that accepts no mail.", "They come back to whoever sends them, and nobody reads them.", "Correct the address, or give its domain an MX record.", "Take addresses that are given up out of the record."), dead)
            : hosts.Exists(one => one.Accepts is null) ? Mailbox.Unknown([.. hosts.Where(one => one.Accepts is null).Select(one => $"{one.Host}: no answer of DNS.")])
            : Mailbox.Pass([.. hosts.Select(one => $"{one.Host} accepts mail.")]);
    }

    private static bool? Accepts(string host, Examined examined)
    {
        var (exchanges, four, six) = (examined.Ask(host, RecordType.Mx), examined.Ask(host, RecordType.A), examined.Ask(host, RecordType.Aaaa));
        return exchanges.State switch
        {
            DnsState.Unknown => null,
            DnsState.Found => !MailRoute.Of(host, examined.Facts.Dns).IsNull,
            DnsState.Absent => four.State == DnsState.Found || six.State == DnsState.Found ? true : four.State == DnsState.Unknown || six.State == DnsState.Unknown ? null : false,
        };
    }

    private static string Reason(string host, Examined examined) => MailRoute.Of(host, examined.Facts.Dns).IsNull ? "the null MX says that it accepts none." : "no MX record and no address.";

    private static Judged CountOf(DmarcRecord record) => record.AggregateReports.Count <= MostAddresses ? Count.NotApplicable()
        : Count.Warn(Advice.Of("The record names more than two addresses for reports.", "Receivers of the old standard send to the first two and leave out the others.", "Name two addresses, and let one of them hand the reports on."), [.. record.AggregateReports.Select(uri => uri.Text)]);
}
