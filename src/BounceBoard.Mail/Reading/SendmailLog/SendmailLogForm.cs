using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.SendmailLog;

/// <summary>
/// Sendmail's syslog: <c>to=…, relay=host. [ip], dsn=5.7.1, stat=Service unavailable</c>. The reply is mostly not in the log;
/// it is then null here and comes with the DSN, which folds with this on the queue id or message id.
/// </summary>
internal sealed class SendmailLogForm : ILogForm
{
    private static readonly string[] Programs = ["sendmail", "sm-mta", "sm-msp-queue", "sm-acceptingconnections"];

    public string Format => "sendmail-log";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (!SyslogLine.TryRead(line, out var parts) || !IsSendmail(parts.Program))
        {
            return false;
        }
        var colon = parts.Rest.IndexOf(": ");
        if (colon is < 5 or > 30)
        {
            return true;
        }
        var id = parts.Rest[..colon];
        var rest = parts.Rest[(colon + 2)..];
        var key = LogKey.Of(parts.Host, id, stackalloc char[LogKey.Most]);
        if (rest.StartsWith("from="))
        {
            var message = input.Session.FindOrAdd(key);
            message.Sender = Between.Of(rest, "from=", ", ").Trim("<>").ToString();
            message.MessageId = EventReport.Id(Between.Text(rest, "msgid=", ", "));
        }
        else if (rest.StartsWith("to=") && rest.IndexOf(", stat=") is > 0 and var stat)
        {
            Attempts(parts, id, input.Session.Find(key), rest, stat, input, reports);
        }
        else if ((rest.StartsWith("ruleset=") || rest.StartsWith("Milter: ")) && SendmailReject.Read(parts, id, rest, input.Session.Find(key), input.ReceivedAt) is { } refused)
        {
            reports.Add(refused);
        }
        return true;
    }

    private static bool IsSendmail(ReadOnlySpan<char> program)
    {
        foreach (var name in Programs)
        {
            if (program.SequenceEqual(name))
            {
                return true;
            }
        }
        return false;
    }

    private static void Attempts(
        in SyslogLine parts, ReadOnlySpan<char> id, QueuedMessage? message, ReadOnlySpan<char> rest, int statAt, ReadingInput input, List<BounceReport> reports)
    {
        var fields = rest[..statAt];
        var stat = rest[(statAt + 7)..].Trim().ToString();
        var status = Between.Text(fields, ", dsn=", ",");
        if (Kind(stat, status) is not { } kind)
        {
            return;
        }
        var (at, source) = LogTime.Read(parts.Time, input.ReceivedAt);
        var relay = RemoteHost.Read(Between.Of(fields, ", relay=", ", "));
        foreach (var recipient in Between.Of(fields, "to=", ", ").ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            reports.Add(Report(kind, stat, new BounceReport
            {
                Kind = kind,
                Format = "sendmail-log",
                Recipient = recipient.Trim('<', '>'),
                Status = status,
                RemoteMta = relay?.Name,
                RemoteIp = relay?.Ip,
                RemotePort = relay?.Port,
                ReportingMta = parts.HostName,
                Sender = message?.Sender,
                MessageId = message?.MessageId,
                QueueId = id.ToString(),
                OccurredAt = at,
                OccurredAtSource = source,
            }));
        }
    }

    // "Service unavailable" is what Sendmail notes of any 5xx: it is no reply and means nothing.
    private static BounceReport Report(BounceKind kind, string stat, BounceReport report)
    {
        const string Deferred = "Deferred: ";
        var said = stat.StartsWith(Deferred, StringComparison.Ordinal) ? stat[Deferred.Length..] : stat;
        var reply = kind is BounceKind.Delivery ? Between.Text(stat, "(", ")") : said is "Service unavailable" or "Deferred" ? null : said;
        var complete = EventReport.Complete(report, reply);
        return kind is BounceKind.Bounce && reply is "User unknown" ? complete with { Category = BounceCategory.BadMailbox } : complete;
    }

    private static BounceKind? Kind(string stat, string? status) =>
        stat.StartsWith("Sent", StringComparison.Ordinal) ? BounceKind.Delivery
        : stat.StartsWith("queued", StringComparison.OrdinalIgnoreCase) ? null
        : stat.StartsWith("Deferred", StringComparison.Ordinal) || status?[0] == '4' ? BounceKind.Delay
        : BounceKind.Bounce;
}
