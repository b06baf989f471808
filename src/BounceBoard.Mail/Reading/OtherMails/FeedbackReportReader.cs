using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;
using MimeKit;
using MimeKit.Utils;

namespace BounceBoard.Mail.Reading.OtherMails;

/// <summary>Reads abuse feedback reports (ARF, RFC 5965): a complaint about one or more recipients' mail.</summary>
internal sealed class FeedbackReportReader : IBounceReader
{
    public string Format => "feedback-report";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        if (input.Mail is not { } mail || Fields(mail) is not { } fields)
        {
            return null;
        }
        var recipients = Values(fields, "Original-Rcpt-To").Select(value => value.Trim('<', '>')).Distinct(StringComparer.Ordinal).ToList();
        if (recipients.Count == 0 && InternetAddressList.TryParse(mail.Returned.To ?? "", out var to))
        {
            recipients = [.. to.Mailboxes.Select(mailbox => mailbox.Address).Where(address => address.Contains('@', StringComparison.Ordinal)).Take(100)];
        }
        var report = Common(mail, fields);
        return recipients.Count == 0
            ? [report]
            : [.. recipients.Select(recipient => report with { Recipient = recipient, RecipientDomain = RecipientDomains.Of(recipient) })];
    }

    private static BounceReport Common(ReceivedMail mail, List<(string Name, string Value)> fields)
    {
        var at = DateUtils.TryParse(Values(fields, "Arrival-Date").FirstOrDefault() ?? mail.Header("Date") ?? "", out var date) ? date.ToUniversalTime() : (DateTimeOffset?)null;
        var reporting = Values(fields, "Reporting-MTA").FirstOrDefault() ?? "";
        return new BounceReport
        {
            Kind = BounceKind.FeedbackReport,
            Category = BounceCategory.Feedback,
            ReplyText = Values(fields, "Feedback-Type").FirstOrDefault()?.ToLowerInvariant(),
            SendingIp = IPAddress.TryParse(Values(fields, "Source-IP").FirstOrDefault()?.Trim('[', ']'), out var source) ? source : null,
            Sender = Values(fields, "Original-Mail-From").FirstOrDefault()?.Trim('<', '>') ?? mail.Returned.ReturnPath,
            ReportingMta = RemoteHost.HostName(reporting.AsSpan(reporting.IndexOf(';', StringComparison.Ordinal) + 1)),
            MessageId = mail.Returned.MessageId,
            DkimDomain = mail.Returned.DkimDomain,
            DkimSelector = mail.Returned.DkimSelector,
            OccurredAt = at,
            OccurredAtSource = at is null ? FieldSource.Unknown : FieldSource.Derived,
        };
    }

    private static IEnumerable<string> Values(List<(string Name, string Value)> fields, string name) =>
        fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && field.Value.Length > 0).Select(field => field.Value);

    // Microsoft's junk mail reports (JMRP) have no machine-readable part: the subject names the address, the mail is attached.
    private static List<(string Name, string Value)>? Fields(ReceivedMail mail)
    {
        const string Complaint = "complaint about message from";
        if (mail.Parts.FirstOrDefault(p => p.Type == "message/feedback-report") is { } part)
        {
            return Fields(part.Text);
        }
        var at = mail.Message.Subject?.IndexOf(Complaint, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && mail.Message.From.Mailboxes.FirstOrDefault()?.Address is { } from && from.StartsWith("staff@hotmail", StringComparison.OrdinalIgnoreCase)
            ? [("Feedback-Type", "abuse"), ("Source-IP", mail.Message.Subject?[(at + Complaint.Length)..].Trim() ?? "")]
            : null;
    }

    private static List<(string Name, string Value)> Fields(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Take(1000).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .Select(pair => (pair[0].Trim(), SmtpReply.Collapsed(pair[1])))];
}
