using System.Globalization;
using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Writes the test message: says what it is and why it came, asks nothing of anybody, and no program answers it (RFC 3834 §5).</summary>
internal static class TestMessage
{
    public static byte[] Of(TestMail mail)
    {
        var from = new MailboxAddress("", mail.From);
        using var message = new MimeMessage
        {
            Subject = "Delivery test",
            Date = mail.At,
            MessageId = mail.MessageId,
            Body = new TextPart("plain") { Text = Words(from.Domain, mail.RefusedAt), ContentTransferEncoding = ContentEncoding.SevenBit },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", mail.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        // Exchange does not read Auto-Submitted but this: no out-of-office answers.
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (mail.OriginalId is { Length: > 0 } id && Ascii(id))
        {
            message.Headers.Add(RetryMail.OriginalIdField, $"<{id}>");
        }
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        using var bytes = new MemoryStream();
        message.WriteTo(options, bytes);
        return bytes.ToArray();
    }

    private static string Words(string domain, DateTimeOffset refusedAt) => string.Create(CultureInfo.InvariantCulture, $"""
        This is an automatic delivery test. There is nothing to do, and
        nobody reads answers to it.

        Why you receive it: on {refusedAt.UtcDateTime:d MMMM yyyy} a mail from {domain}
        to your address was returned, although the address seems to be
        good. This message checks that mail reaches you again.
        """).ReplaceLineEndings("\r\n") + "\r\n";

    private static bool Ascii(string id) => id.Length < 500 && !id.AsSpan().ContainsAnyExceptInRange('!', '~');
}
