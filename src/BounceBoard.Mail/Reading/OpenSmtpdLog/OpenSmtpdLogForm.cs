using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.OpenSmtpdLog;

/// <summary>
/// OpenSMTPD: <c>mta delivery … to=&lt;…&gt; source="ip" relay="ip (ptr)" result="PermFail" stat="550 …"</c>, and the older
/// <c>relay: PermFail for …: …, to=&lt;…&gt;, source=ip, relay=ip (ptr), stat=550 …</c>. The name in brackets is the PTR record, no MX name: it is left out.
/// </summary>
internal sealed class OpenSmtpdLogForm : ILogForm
{
    public string Format => "opensmtpd-log";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (!SyslogLine.TryRead(line, out var parts) || !parts.Program.SequenceEqual("smtpd"))
        {
            return false;
        }
        var rest = parts.Rest;
        var isNew = rest.Contains(" result=\"", StringComparison.Ordinal);
        if ((!isNew && !rest.StartsWith("relay: ")) || Kind(isNew ? Between.Of(rest, " result=\"", "\"") : Between.Of(rest, "relay: ", " ")) is not { } kind)
        {
            OpenSmtpdReject.Take(parts, input, reports);
            return true;
        }
        var (at, source) = LogTime.Read(parts.Time, input.ReceivedAt);
        var relay = isNew ? Between.Of(rest, " relay=\"", "\"") : Between.Of(rest, " relay=", ", ");
        var space = relay.IndexOf(' ');
        reports.Add(EventReport.Complete(
            new BounceReport
            {
                Kind = kind,
                Format = "opensmtpd-log",
                Recipient = Between.Text(rest, " to=<", ">"),
                RemoteIp = EventReport.Ip((space < 0 ? relay : relay[..space]).ToString()),
                ReportingMta = parts.HostName,
                SendingIp = EventReport.Ip(isNew ? Between.Text(rest, " source=\"", "\"") : Between.Text(rest, " source=", ", ")),
                Sender = Between.Of(rest, " from=<", ">").ToString(),
                QueueId = isNew ? Between.Text(rest, "evpid=", " ") : Between.Text(rest, " for ", ":"),
                OccurredAt = at,
                OccurredAtSource = source,
            },
            isNew ? Between.Text(rest, " stat=\"", "\"") : Between.Text(rest, " stat=", "\n")));
        return true;
    }

    private static BounceKind? Kind(ReadOnlySpan<char> result) => result switch
    {
        "Ok" => BounceKind.Delivery,
        "PermFail" => BounceKind.Bounce,
        "TempFail" => BounceKind.Delay,
        _ => null,
    };
}
