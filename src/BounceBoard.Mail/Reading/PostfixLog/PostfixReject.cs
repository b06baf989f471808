using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>What Postfix itself refused a client: <c>NOQUEUE: reject: RCPT from host[ip]: 454 4.7.1 …; from=&lt;…&gt; to=&lt;…&gt;</c> of smtpd, postscreen, cleanup and milters.</summary>
internal static class PostfixReject
{
    private const string NoQueue = "NOQUEUE: ", Warning = "warning: ", LoginFailed = " authentication failed";

    private static readonly string[] Verbs = ["reject: ", "milter-reject: ", "discard: ", "milter-discard: "];

    // "warn:", "hold:", "prepend:" and "reject_warning:" have the same form: those messages go on.
    public static void Take(in PostfixLine line, QueuedMessage? message, ReadingInput input, List<BounceReport> reports)
    {
        var rest = line.Rest;
        if (line.QueueId.IsEmpty && rest.StartsWith(NoQueue))
        {
            rest = rest[NoQueue.Length..];
        }
        else if (line.QueueId.IsEmpty && rest.StartsWith(Warning) && line.Service.StartsWith("smtpd") && rest.Contains(LoginFailed, StringComparison.Ordinal))
        {
            Add(Login(rest[Warning.Length..]), line, message, input, reports);
            return;
        }
        foreach (var verb in Verbs)
        {
            if (rest.StartsWith(verb))
            {
                Add(Refused(rest[verb.Length..], verb.Contains("discard", StringComparison.Ordinal)), line, message, input, reports);
                return;
            }
        }
    }

    private static void Add((BounceReport Report, string Text)? read, in PostfixLine line, QueuedMessage? message, ReadingInput input, List<BounceReport> reports)
    {
        if (read is not ({ } report, var text))
        {
            return;
        }
        var (at, source) = LogTime.Read(line.Time, input.ReceivedAt);
        var host = PostfixAttempt.HostOf(line);
        reports.Add(EventReport.Complete(
            report with
            {
                Format = "postfix-log",
                Side = ReportSide.Receiving,
                RemoteMta = host,
                ReportingMta = host,
                Sender = report.Sender ?? message?.Sender,
                MessageId = message?.MessageId,
                QueueId = line.QueueId.IsEmpty ? null : line.QueueId.ToString(),
                OccurredAt = at,
                OccurredAtSource = source,
            },
            text));
    }

    // "host[ip]: SASL LOGIN authentication failed: …": the log has no reply code; 535 is what RFC 4954 §6 asks for, and is not stated.
    private static (BounceReport, string)? Login(ReadOnlySpan<char> rest)
    {
        var colon = rest.IndexOf(": ");
        return colon < 0 ? null : (new BounceReport { Kind = BounceKind.Bounce, Stage = SmtpStage.Auth, SendingIp = RemoteHost.Read(rest[..colon])?.Ip }, rest[(colon + 2)..].ToString());
    }

    private static (BounceReport, string)? Refused(ReadOnlySpan<char> rest, bool isDiscard)
    {
        var sender = rest.LastIndexOf("; from=<");
        var fieldsAt = sender >= 0 ? sender : rest.LastIndexOf("; proto=");
        var fields = fieldsAt < 0 ? [] : rest[fieldsAt..];
        var head = fieldsAt < 0 ? rest : rest[..fieldsAt];
        var content = head.StartsWith("header ") || head.StartsWith("body ") || head.StartsWith("mime-header ") || head.StartsWith("nested-header ");
        var from = content ? head.LastIndexOf(" from ") : head.IndexOf(" from ");
        if (from < 0)
        {
            return null;
        }
        var client = head[(from + 6)..];
        var close = client.IndexOf(']');
        var colon = close < 0 ? client.IndexOf(": ") : client[close..].IndexOf(": ") is >= 0 and var after ? close + after : -1;
        // Of header and body checks the words stand behind the fields: "… helo=<x>: 5.7.1 message content rejected".
        var behind = content ? fields.LastIndexOf(": ") : -1;
        var text = content ? (behind < 0 ? [] : fields[(behind + 2)..]) : colon < 0 ? [] : client[(colon + 2)..];
        var address = RemoteHost.Read(colon < 0 ? client : client[..colon])?.Ip;
        return (
            new BounceReport
            {
                Kind = isDiscard || !IsTemporary(text, head[..from]) ? BounceKind.Bounce : BounceKind.Delay,
                Stage = content ? SmtpStage.EndOfData : StageOf(head[..from]),
                SendingIp = address,
                Marks = ReceivedGreeting.NameIn(Between.Of(fields, " helo=<", ">")) is { } helo ? new SenderMarks { Greetings = [new SenderGreeting(helo, address)] } : null,
                Recipient = Between.Text(fields, " to=<", ">"),
                Sender = fields.IndexOf(" from=<") < 0 ? null : Between.Of(fields, " from=<", ">").ToString(),
            },
            text.ToString());
    }

    // postscreen turns a client away without a code in the log when it has too many of them: it answers 421 then.
    private static bool IsTemporary(ReadOnlySpan<char> text, ReadOnlySpan<char> command) =>
        text.StartsWith("4") || (command.SequenceEqual("CONNECT") && !text.StartsWith("5"));

    private static SmtpStage? StageOf(ReadOnlySpan<char> command) => command switch
    {
        "CONNECT" => SmtpStage.Connect,
        "HELO" or "EHLO" => SmtpStage.Ehlo,
        "STARTTLS" => SmtpStage.StartTls,
        "AUTH" => SmtpStage.Auth,
        "MAIL" => SmtpStage.MailFrom,
        "RCPT" => SmtpStage.RcptTo,
        "DATA" or "BDAT" => SmtpStage.Data,
        "END-OF-MESSAGE" => SmtpStage.EndOfData,
        _ => null,
    };
}
