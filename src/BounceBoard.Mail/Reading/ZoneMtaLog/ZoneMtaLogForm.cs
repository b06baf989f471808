using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.ZoneMtaLog;

/// <summary>ZoneMTA: <c>REJECTED[category] from=… to=… src=ip mx=name[ip] message-id=&lt;…&gt; (550 …)</c>, and the same with <c>DEFERRED</c> and <c>ACCEPTED</c>.</summary>
internal sealed class ZoneMtaLogForm : ILogForm
{
    private static readonly (string Word, BounceKind Kind)[] Words =
        [(" REJECTED[", BounceKind.Bounce), (" DEFERRED[", BounceKind.Delay), (" ACCEPTED ", BounceKind.Delivery)];

    public string Format => "zone-mta-log";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (!line.Contains(" mx=", StringComparison.Ordinal) || !line.Contains(" to=", StringComparison.Ordinal))
        {
            return false;
        }
        foreach (var (word, kind) in Words)
        {
            if (line.IndexOf(word) is >= 0 and var at)
            {
                reports.Add(Report(line[..at], line[at..], kind, input.ReceivedAt));
                return true;
            }
        }
        return false;
    }

    private static BounceReport Report(ReadOnlySpan<char> head, ReadOnlySpan<char> rest, BounceKind kind, DateTimeOffset receivedAt)
    {
        var length = LogTime.LengthOf(head);
        var (at, source) = length > 0 ? LogTime.Read(head[..length], receivedAt) : (null, FieldSource.Unknown);
        var mx = RemoteHost.Read(Between.Of(rest, " mx=", " "));
        var open = rest.IndexOf(" (");
        return EventReport.Complete(
            new BounceReport
            {
                Kind = kind,
                Format = "zone-mta-log",
                Recipient = Between.Text(rest, " to=", " "),
                RemoteMta = mx?.Name,
                RemoteIp = mx?.Ip,
                SendingIp = EventReport.Ip(Between.Text(rest, " src=", " ")),
                Sender = Between.Text(rest, " from=", " "),
                MessageId = EventReport.Id(Between.Text(rest, " message-id=", " ")),
                QueueId = Between.Text(head, "id=", " "),
                OccurredAt = at,
                OccurredAtSource = source,
            },
            open < 0 ? null : rest[(open + 2)..].TrimEnd().TrimEnd(')').ToString());
    }
}
