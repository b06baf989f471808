using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Finds the envelope sender of the mail that bounced, VERP token included.</summary>
internal static class DsnSender
{
    /// <summary>What the sending MTA noted; or else the report's own addressee, which must be that sender (RFC 3464 §2).</summary>
    public static (string? Sender, ReportFields Derived) Of(ReceivedMail mail, StatusGroup message) =>
        Noted(mail, message) is { } noted ? (noted, ReportFields.None) : (Addressee(mail), ReportFields.Sender);

    private static string? Noted(ReceivedMail mail, StatusGroup message) =>
        message.Untyped("X-Postfix-Sender")?.Trim('<', '>')
        ?? (mail.Returned.ReturnPath is { Length: > 0 } path && path.Contains('@', StringComparison.Ordinal) ? path : null);

    private static string? Addressee(ReceivedMail mail) =>
        mail.Message.To.Mailboxes.Take(2).ToList() is [var only] && only.Address.Contains('@', StringComparison.Ordinal) ? only.Address : null;
}
