using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.EximLog;

/// <summary>What Exim itself refused a client: <c>H=(helo) [ip] F=&lt;sender&gt; rejected RCPT &lt;recipient&gt;: relay not permitted</c>. The reply code is not in the log.</summary>
internal static class EximRejection
{
    private const string Rejected = " rejected ", Temporarily = " temporarily";

    /// <param name="rest">The line behind its time, and behind the message id where it has one.</param>
    /// <param name="id">Message id; empty before the message has one.</param>
    /// <returns>Null when the line tells of no rejection.</returns>
    public static BounceReport? Read(ReadOnlySpan<char> time, ReadOnlySpan<char> rest, ReadOnlySpan<char> id, string? host, DateTimeOffset receivedAt)
    {
        var at = rest.IndexOf(Rejected);
        var isLogin = at < 0 && rest.Contains(" authenticator failed for ", StringComparison.Ordinal);
        if (at < 0 && !isLogin)
        {
            return null;
        }
        var fields = isLogin ? rest : rest[..at];
        var what = isLogin ? [] : rest[(at + Rejected.Length)..];
        var colon = what.IndexOf(": ");
        var command = colon < 0 ? what : what[..colon];
        var text = isLogin ? AfterClient(rest) : colon < 0 ? [] : what[(colon + 2)..];
        var (when, source) = EximDelivery.Time(time, receivedAt);
        return EventReport.Complete(
            new BounceReport
            {
                Kind = fields.EndsWith(Temporarily) || text.StartsWith("4") ? BounceKind.Delay : BounceKind.Bounce,
                Format = "exim-log",
                Side = ReportSide.Receiving,
                Stage = isLogin ? SmtpStage.Auth : StageOf(command),
                Recipient = command.StartsWith("RCPT ") ? command[5..].Trim().Trim("<>").ToString() : null,
                Sender = Sender(fields, command),
                RemoteMta = host,
                RemoteIp = EventReport.Ip(Between.Text(fields, " I=[", "]")),
                ReportingMta = host,
                SendingIp = Client(isLogin ? fields[(fields.IndexOf(" for ") + 5)..] : Between.Of(fields, "H=", "\n")),
                QueueId = id.IsEmpty ? null : id.ToString(),
                OccurredAt = when,
                OccurredAtSource = source,
            },
            text.IsEmpty ? null : text.ToString().Replace("\\n", " ", StringComparison.Ordinal));
    }

    // "host.example (helo) [192.0.2.9]:4711 I=[…]"; the helo may be an address literal in brackets of its own.
    private static System.Net.IPAddress? Client(ReadOnlySpan<char> text)
    {
        var helo = text.IndexOf(") [");
        text = helo >= 0 && text.IndexOf(" I=[") is var own && (own < 0 || helo < own) ? text[(helo + 2)..] : text;
        return EventReport.Ip(Between.Text(text, "[", "]"));
    }

    private static ReadOnlySpan<char> AfterClient(ReadOnlySpan<char> rest) => rest.LastIndexOf("]: ") is >= 0 and var at ? rest[(at + 3)..] : [];

    private static string? Sender(ReadOnlySpan<char> fields, ReadOnlySpan<char> command) =>
        fields.Contains(" F=<", StringComparison.Ordinal) ? Between.Of(fields, " F=<", ">").ToString()
        : command.StartsWith("MAIL ") ? command[5..].Trim().Trim("<>").ToString()
        : null;

    private static SmtpStage? StageOf(ReadOnlySpan<char> command) =>
        command.StartsWith("RCPT") ? SmtpStage.RcptTo
        : command.StartsWith("MAIL") ? SmtpStage.MailFrom
        : command.StartsWith("EHLO") || command.StartsWith("HELO") ? SmtpStage.Ehlo
        : command.StartsWith("after DATA") || command.StartsWith("by local_scan") || command.StartsWith("during MIME") ? SmtpStage.EndOfData
        : command.StartsWith("DATA") || command.StartsWith("BDAT") ? SmtpStage.Data
        : command.StartsWith("AUTH") ? SmtpStage.Auth
        : command.StartsWith("STARTTLS") ? SmtpStage.StartTls
        : command.StartsWith("connection") ? SmtpStage.Connect
        : null;
}
