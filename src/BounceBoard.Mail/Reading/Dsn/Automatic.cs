using System.Buffers;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Tells a mail that a mail system wrote from one that a person wrote.</summary>
internal static class Automatic
{
    private static readonly string[] Writers =
    [
        "mailer-daemon", "mail delivery s", "postmaster", "mail-daemon", "mailerdaemon", "mail delivery system", "mail administrator", "mailmaster", "mrwizard", "mail-master",
        // Exchange sends its reports from this address, whatever the language of the name beside it.
        "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e",
    ];

    private static readonly string[] Subjects =
    [
        "undeliver", "delivery fail", "delivery status notification", "returned mail", "failure notice", "mail delivery", "delivery notification",
        "non-delivery", "nondeliverable", "could not be delivered", "delivery problem", "mail could not", "failed delivery", "delivery error",
        "unzustellbar", "non remis", "no entregado", "message delivery has failed", "delivery has failed", "delayed mail", "mail system error", "warning: could not send",
        "delivery delayed", "message delayed", "failed mail", "undelivered", "mail failure", "bounce", "user unknown", "rejected mail",
        "could not be sent", "error sending your mail", "konnte nicht zugestellt", "nicht zustellbar", "zustellung fehlgeschlagen", "\u00e9chec de la remise", "\u00e9chec de remise", "non distribu",
        "no se puede entregar", "no se pudo entregar", "no entregable", "n\u00e3o entregue", "non recapitabile", "mancato recapito", "onbestelbaar", "niet bezorgd", "niedostarczon", "nie dostarczono",
        "\u043d\u0435\u0434\u043e\u0441\u0442\u0430\u0432\u043b\u0435\u043d", "\u043d\u0435 \u0434\u043e\u0441\u0442\u0430\u0432\u043b\u0435\u043d", "\u043d\u0435 \u0443\u0434\u0430\u0435\u0442\u0441\u044f \u0434\u043e\u0441\u0442\u0430\u0432\u0438\u0442\u044c",
        "\u914d\u4fe1\u4e0d\u80fd", "\u914d\u4fe1\u3067\u304d\u307e\u305b\u3093", "\u9001\u4fe1\u3067\u304d\u307e\u305b\u3093", "\u672a\u9054", "\u9000\u4fe1", "\u672a\u9001\u8fbe", "\u65e0\u6cd5\u4f20\u9001", "\u65e0\u6cd5\u6295\u9012", "\u672a\u80fd\u9001\u8fbe",
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
