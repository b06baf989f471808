using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.EximLog;

/// <summary>Exim's main log: <c>**</c> failed, <c>==</c> deferred, <c>=&gt;</c> and <c>-&gt;</c> delivered; <c>&lt;=</c> tells sender and message id.</summary>
internal sealed class EximLogForm : ILogForm
{
    public string Format => "exim-log";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        string? host = null;
        if (SyslogLine.TryRead(line, out var syslog))
        {
            if (!syslog.Program.StartsWith("exim"))
            {
                return false;
            }
            host = syslog.HostName;
            // Exim leaves its own time away when it is told to; then syslog's holds.
            line = EximLine.HasTime(syslog.Rest) ? syslog.Rest : string.Concat(syslog.Time, " ", syslog.Rest);
        }
        if (!EximLine.TryRead(line, out var parts))
        {
            return Rejection(line, host, input, reports) || host is not null;
        }
        var key = LogKey.Of(host, parts.Id, stackalloc char[LogKey.Most]);
        switch (parts.Flag)
        {
            case "<=":
                Arrival(parts, input.Session.FindOrAdd(key));
                break;
            case "=>" or "->" or "**" or "==":
                if (EximDelivery.Read(parts, host, input.Session.Find(key), input.ReceivedAt) is { } report)
                {
                    reports.Add(report);
                }
                break;
            default:
                Other(parts, host, key, input, reports);
                break;
        }
        return true;
    }

    private static void Other(in EximLine parts, string? host, ReadOnlySpan<char> key, ReadingInput input, List<BounceReport> reports)
    {
        if (parts.Flag.StartsWith("H=") && EximRejection.Read(parts.Time, string.Concat(parts.Flag, " ", parts.Rest), parts.Id, host, input.ReceivedAt) is { } refused)
        {
            reports.Add(refused);
        }
        else if (parts.Flag is "Completed" or "Completed.")
        {
            input.Session.Remove(key);
        }
    }

    private static bool Rejection(ReadOnlySpan<char> line, string? host, ReadingInput input, List<BounceReport> reports)
    {
        if (!EximLine.TryReadWithoutId(line, out var time, out var rest) || !(rest.StartsWith("H=") || rest.Contains(" authenticator failed for ", StringComparison.Ordinal))
            || EximRejection.Read(time, rest, [], host, input.ReceivedAt) is not { } refused)
        {
            return false;
        }
        reports.Add(refused);
        return true;
    }

    // "<= sender H=… id=message-id@host"; "<>" is the null sender.
    private static void Arrival(in EximLine parts, QueuedMessage message)
    {
        var end = parts.Rest.IndexOf(' ');
        var sender = (end < 0 ? parts.Rest : parts.Rest[..end]).Trim("<>");
        message.Sender = sender.ToString();
        message.MessageId = Between.Text(parts.Rest, " id=", " ");
    }
}
