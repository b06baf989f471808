using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.EximLog;

/// <summary>One attempt: <c>recipient &lt;original&gt; R=router T=transport H=host [ip] I=[own ip]: text</c>.</summary>
internal static class EximDelivery
{
    /// <returns>Null when the line names no recipient.</returns>
    public static BounceReport? Read(in EximLine line, string? host, QueuedMessage? message, DateTimeOffset receivedAt)
    {
        var rest = line.Rest;
        var delivered = line.Flag is "=>" or "->";
        var colon = delivered ? -1 : TextStart(rest);
        var fields = colon < 0 ? rest : rest[..colon];
        var text = colon < 0 ? null : rest[(colon + 2)..].ToString().Replace("\\n", " ", StringComparison.Ordinal);
        var (recipient, original) = Recipients(fields);
        if (recipient is null)
        {
            return null;
        }
        var (at, source) = Time(line.Time, receivedAt);
        var remote = Remote(fields) ?? (text is null ? null : RemoteHost.FindIn(text));
        var report = new BounceReport
        {
            Kind = delivered ? BounceKind.Delivery : line.Flag is "**" ? BounceKind.Bounce : BounceKind.Delay,
            Format = "exim-log",
            Recipient = recipient,
            OriginalRecipient = original == recipient ? null : original,
            RemoteMta = remote?.Name,
            RemoteIp = remote?.Ip,
            RemotePort = remote?.Port,
            ReportingMta = host,
            SendingIp = EventReport.Ip(Between.Text(fields, " I=[", "]")),
            Sender = message?.Sender ?? Between.Text(fields, " F=<", ">"),
            MessageId = message?.MessageId,
            QueueId = line.Id.ToString(),
            OccurredAt = at,
            OccurredAtSource = source,
            ReplyCode = delivered ? Accepted(fields) : null,
        };
        return EventReport.Complete(report, delivered ? Between.Text(fields, " C=\"", "\"") : text);
    }

    // The fields hold no ": "; an IPv6 address has no space behind its colons.
    private static int TextStart(ReadOnlySpan<char> rest) => rest.IndexOf(": ");

    // "user@example.net", "user <user@example.org>", "|/bin/x (user@example.org) <user@example.org>".
    private static (string? Recipient, string? Original) Recipients(ReadOnlySpan<char> fields)
    {
        var end = fields.IndexOf(" ");
        var first = (end < 0 ? fields : fields[..end]).Trim("<>");
        var rest = end < 0 ? [] : fields[(end + 1)..];
        var field = rest.IndexOf('=');
        var open = rest.IndexOf('<');
        var original = open >= 0 && (field < 0 || open < field) ? Between.Text(rest, "<", ">") : null;
        var recipient = first.Contains('@') ? first.ToString() : original;
        return (recipient, recipient is null ? null : original);
    }

    private static RemoteHost? Remote(ReadOnlySpan<char> fields)
    {
        var at = fields.IndexOf(" H=");
        if (at < 0)
        {
            return null;
        }
        // "H=mx1.example.net [198.51.100.7]:25"; the port may be missing.
        var text = fields[(at + 3)..];
        var close = text.IndexOf(']');
        if (close < 0)
        {
            return RemoteHost.Read(text);
        }
        var next = text[close..].IndexOf(' ');
        return RemoteHost.Read(next < 0 ? text : text[..(close + next)]);
    }

    private static int? Accepted(ReadOnlySpan<char> fields) =>
        Between.Of(fields, " C=\"", "\"") is { Length: >= 3 } reply && int.TryParse(reply[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary>Exim's own time, with or without a zone, or syslog's.</summary>
    internal static (DateTimeOffset? At, FieldSource Source) Time(ReadOnlySpan<char> time, DateTimeOffset receivedAt)
    {
        if (!EximLine.IsTime(time))
        {
            return LogTime.Read(time, receivedAt);
        }
        var hasZone = time.Length > 20 && time[^5] is '+' or '-';
        return LogTime.TryRead(time, out var at)
            ? (at, hasZone ? FieldSource.Stated : FieldSource.Derived)
            : (null, FieldSource.Unknown);
    }
}
