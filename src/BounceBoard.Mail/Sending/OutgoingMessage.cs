using MimeKit;

namespace BounceBoard.Mail.Sending;

/// <summary>The bytes of a mail that no person wrote: nothing answers it by itself (RFC 3834 §5).</summary>
internal static class OutgoingMessage
{
    public static MimeMessage Of(OutgoingMail mail)
    {
        var from = MailboxAddress.Parse(mail.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.At,
            MessageId = $"{mail.Id}@{from.Domain}",
            Body = new TextPart("plain") { Text = mail.Text },
        };
        message.From.Add(from);
        message.To.AddRange(mail.To.Select(MailboxAddress.Parse));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ListId, $"<{mail.ListId}>");
        // Exchange does not read Auto-Submitted but this: no out-of-office answers.
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }
}
