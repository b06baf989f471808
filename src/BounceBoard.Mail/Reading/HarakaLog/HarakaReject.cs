using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.HarakaLog;

/// <summary>
/// What Haraka itself refused a client: <c>[core] recipient &lt;r&gt; code=DENY msg="…" sender=…</c>. The client stands in the line
/// <c>[core] connect ip=…</c> of the same session. Haraka does not log its own name.
/// </summary>
internal static class HarakaReject
{
    private const string Core = "[core] ";

    /// <param name="level">Where <c>[NOTICE] [session.transaction]</c> begins.</param>
    public static void Take(ReadOnlySpan<char> line, int level, ReadingInput input, List<BounceReport> reports)
    {
        var at = line[level..].IndexOf(Core);
        var session = at < 0 ? [] : Between.Of(line[level..], "] [", "]");
        if (session.IsEmpty)
        {
            return;
        }
        var rest = line[(level + at + Core.Length)..];
        var dot = session.IndexOf('.');
        var key = string.Concat("haraka ", dot < 0 ? session : session[..dot]);
        if (rest.StartsWith("connect ip="))
        {
            input.Session.FindOrAdd(key).Client = EventReport.Ip(Between.Text(rest, "ip=", " "));
        }
        else if (rest.StartsWith("disconnect "))
        {
            input.Session.Remove(key);
        }
        else if (rest.StartsWith("recipient <") && Value(rest, " code=") is { } code && code.StartsWith("DENY", StringComparison.Ordinal))
        {
            var length = LogTime.LengthOf(line);
            var (time, source) = length > 0 ? LogTime.Read(line[..length], input.ReceivedAt) : (null, FieldSource.Unknown);
            reports.Add(EventReport.Complete(
                new BounceReport
                {
                    Kind = code.StartsWith("DENYSOFT", StringComparison.Ordinal) ? BounceKind.Delay : BounceKind.Bounce,
                    Format = "haraka-log",
                    Side = ReportSide.Receiving,
                    Stage = SmtpStage.RcptTo,
                    Recipient = Between.Text(rest, "recipient <", ">"),
                    Sender = Value(rest, " sender=")?.Trim('<', '>'),
                    SendingIp = input.Session.Find(key)?.Client,
                    QueueId = session.ToString(),
                    OccurredAt = time,
                    OccurredAtSource = source,
                },
                Value(rest, " msg=")));
        }
    }

    private static string? Value(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        var at = text.IndexOf(name);
        return at < 0 ? null : text[(at + name.Length)..].StartsWith("\"") ? Between.Text(text[(at + name.Length)..], "\"", "\"") : Between.Text(text[at..], "=", " ");
    }
}
