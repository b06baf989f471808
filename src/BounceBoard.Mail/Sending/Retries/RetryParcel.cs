using System.Diagnostics.CodeAnalysis;
using MailKit.Net.Smtp;
using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>A mail that this server can take, with addresses that were checked.</summary>
internal sealed record RetryParcel(MailboxAddress Sender, MailboxAddress Recipient, RetryContent Content, FormatOptions Format)
{
    /// <param name="reason">Why it cannot be sent over this server, for a person.</param>
    public static bool TryPack(
        RetryMessage message, SmtpCapabilities offered, [NotNullWhen(true)] out RetryParcel? parcel, [NotNullWhen(false)] out string? reason)
    {
        parcel = null;
        if (!SafeRecipient.TryRead(message.Recipient, message.QuotedSeenInLog, out var to, out reason)
            || !SafeRecipient.TryRead(message.EnvelopeSender, quotedSeenInLog: false, out var from, out reason))
        {
            return false;
        }
        if (!RetryContent.TryRead(message.Content.Span, out var content))
        {
            reason = "The mail has no header.";
            return false;
        }
        var international = to.IsInternational || from.IsInternational;
        reason = international && !offered.HasFlag(SmtpCapabilities.UTF8) ? "The address needs SMTPUTF8, which the server does not offer."
            : content.IsEightBit && !offered.HasFlag(SmtpCapabilities.EightBitMime) ? "The mail needs 8BITMIME, which the server does not offer."
            : content.Body.Span.Contains((byte)0) ? "The mail has a NUL in it, which only BINARYMIME carries."
            : null;
        if (reason is not null)
        {
            return false;
        }
        var format = FormatOptions.Default.Clone();
        format.International = international;
        parcel = new RetryParcel(new MailboxAddress("", from.Address), new MailboxAddress("", to.Address), content, format);
        return true;
    }
}
