using System.Buffers;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Tells a mail that a mail system wrote from one that a person wrote.</summary>
internal static class Automatic
{
    private static readonly string[] Writers =
    [
        "mailer-daemon", "mail delivery s", "postmaster", "mail-daemon", "mailerdaemon", "mail delivery system", "mail administrator", "mailmaster", "mrwizard", "mail-master",
    ];

    private static readonly string[] Subjects =
    [
        "undeliver", "delivery fail", "delivery status notification", "returned mail", "failure notice", "mail delivery", "delivery notification",
        "non-delivery", "nondeliverable", "could not be delivered", "delivery problem", "mail could not", "failed delivery", "delivery error",
        "unzustellbar", "non remis", "no entregado", "message delivery has failed", "delivery has failed", "delayed mail", "mail system error", "warning: could not send",
        "delivery delayed", "message delayed", "failed mail", "undelivered", "mail failure", "bounce", "user unknown", "rejected mail",
    ];

    private static readonly SearchValues<string> AnyWriter = SearchValues.Create(Writers, StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AnySubject = SearchValues.Create(Subjects, StringComparison.OrdinalIgnoreCase);

    /// <summary>From a mail system, or returned with the null sender, or marked as automatic.</summary>
    public static bool IsReport(ReceivedMail mail) =>
        mail.Message.Body?.ContentType.IsMimeType("multipart", "report") == true
        || IsFromMailSystem(mail) || HasNullSender(mail) || SaysFailure(mail);

    public static bool IsFromMailSystem(ReceivedMail mail) =>
        mail.Header("From") is { } from && from.AsSpan().ContainsAny(AnyWriter);

    public static bool HasNullSender(ReceivedMail mail) =>
        mail.Header("Return-Path") is { } path && path.Trim() is "<>" or "" or "<MAILER-DAEMON>" or "MAILER-DAEMON";

    public static bool SaysFailure(ReceivedMail mail) =>
        mail.Message.Subject is { } subject && subject.AsSpan().ContainsAny(AnySubject);
}
