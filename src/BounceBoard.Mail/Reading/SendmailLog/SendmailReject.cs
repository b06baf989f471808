using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.SendmailLog;

/// <summary>What Sendmail itself refused a client: <c>ruleset=check_rcpt, arg1=&lt;…&gt;, relay=host [ip], reject=550 5.7.1 …</c>, and what its milters did.</summary>
internal static class SendmailReject
{
    private const string Reject = ", reject=", ByMilter = "Milter: ";

    public static BounceReport? Read(in SyslogLine parts, ReadOnlySpan<char> id, ReadOnlySpan<char> rest, QueuedMessage? message, DateTimeOffset receivedAt)
    {
        var at = rest.IndexOf(Reject);
        if (at < 0)
        {
            return null;
        }
        var fields = rest[..at];
        var text = rest[(at + Reject.Length)..].Trim();
        var ruleset = Between.Of(fields, "ruleset=", ",");
        var argument = Between.Of(fields, "arg1=", ", ").Trim("<>");
        var isMilter = fields.StartsWith(ByMilter);
        var (when, source) = LogTime.Read(parts.Time, receivedAt);
        return EventReport.Complete(
            new BounceReport
            {
                Kind = text.StartsWith("4") ? BounceKind.Delay : BounceKind.Bounce,
                Format = "sendmail-log",
                Side = ReportSide.Receiving,
                Stage = isMilter ? OfMilter(fields[ByMilter.Length..]) : OfRuleset(ruleset),
                Recipient = (isMilter ? Between.Of(fields, "to=", ", ").Trim("<>") : ruleset.SequenceEqual("check_rcpt") ? argument : []) is { IsEmpty: false } recipient ? recipient.ToString() : null,
                Sender = ruleset.SequenceEqual("check_mail") ? argument.ToString() : message?.Sender,
                MessageId = message?.MessageId,
                RemoteMta = parts.HostName,
                ReportingMta = parts.HostName,
                SendingIp = RemoteHost.Read(Between.Of(fields, ", relay=", ", "))?.Ip,
                QueueId = id.ToString(),
                OccurredAt = when,
                OccurredAtSource = source,
            },
            text.ToString());
    }

    private static SmtpStage? OfRuleset(ReadOnlySpan<char> ruleset) => ruleset switch
    {
        "check_relay" => SmtpStage.Connect,
        "check_mail" => SmtpStage.MailFrom,
        "check_rcpt" or "check_compat" => SmtpStage.RcptTo,
        "check_data" => SmtpStage.Data,
        "check_eoh" or "check_eom" => SmtpStage.EndOfData,
        "trust_auth" => SmtpStage.Auth,
        "tls_client" => SmtpStage.StartTls,
        _ => null,
    };

    private static SmtpStage? OfMilter(ReadOnlySpan<char> fields) =>
        fields.StartsWith("to=") ? SmtpStage.RcptTo
        : fields.StartsWith("from=") ? SmtpStage.MailFrom
        : fields.StartsWith("data") ? SmtpStage.EndOfData
        : fields.StartsWith("helo") ? SmtpStage.Ehlo
        : fields.StartsWith("connect") ? SmtpStage.Connect
        : null;
}
