using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.OpenSmtpdLog;

/// <summary>
/// What OpenSMTPD itself refused a client: <c>session smtp failed-command command="RCPT TO:&lt;…&gt;" result="550 …"</c>. Whose session it is stands in
/// <c>session smtp connected address=ip host=name</c>; older ones say <c>event=failed-command address=ip</c>.
/// </summary>
internal static class OpenSmtpdReject
{
    public static void Take(in SyslogLine parts, ReadingInput input, List<BounceReport> reports)
    {
        var space = parts.Rest.IndexOf(' ');
        var rest = space < 0 ? [] : parts.Rest[(space + 1)..];
        if (!rest.StartsWith("smtp "))
        {
            return;
        }
        var key = string.Concat(parts.Host, " ", parts.Rest[..space]);
        if (rest.Contains("failed-command", StringComparison.Ordinal))
        {
            Add(parts, rest, input.Session.Find(key)?.Client, input.ReceivedAt, reports);
        }
        else if (rest.StartsWith("smtp connected") || rest.StartsWith("smtp event=connected"))
        {
            input.Session.FindOrAdd(key).Client = EventReport.Ip(Between.Text(rest, "address=", " "));
        }
        else if (rest.StartsWith("smtp disconnected") || rest.StartsWith("smtp event=closed"))
        {
            input.Session.Remove(key);
        }
    }

    private static void Add(in SyslogLine parts, ReadOnlySpan<char> rest, System.Net.IPAddress? client, DateTimeOffset receivedAt, List<BounceReport> reports)
    {
        var command = Between.Text(rest, "command=\"", "\" result=") ?? "";
        var result = Between.Text(rest, " result=\"", "\"") ?? "";
        // What is no step of a session is a client that speaks no SMTP.
        if ((StageWords.Find(">>> " + command) ?? Other(command)) is not { } stage || SmtpReply.CodeAt(result) is null)
        {
            return;
        }
        var (at, source) = LogTime.Read(parts.Time, receivedAt);
        reports.Add(EventReport.Complete(
            new BounceReport
            {
                Kind = result[0] is '4' ? BounceKind.Delay : BounceKind.Bounce,
                Format = "opensmtpd-log",
                Side = ReportSide.Receiving,
                Stage = stage,
                Recipient = stage is SmtpStage.RcptTo ? Between.Text(command, ":<", ">") : null,
                Sender = stage is SmtpStage.MailFrom ? Between.Of(command, ":<", ">").ToString() : null,
                RemoteMta = parts.HostName,
                ReportingMta = parts.HostName,
                SendingIp = EventReport.Ip(Between.Text(rest, " address=", " ")) ?? client,
                OccurredAt = at,
                OccurredAtSource = source,
            },
            result));
    }

    private static SmtpStage? Other(string command) =>
        command.Length == 0 ? SmtpStage.Connect : command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) ? SmtpStage.Auth : null;
}
