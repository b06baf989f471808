using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.OtherMails;

/// <summary>Knows automatic replies of people who are away (RFC 3834): the mail arrived, so they are no bounce.</summary>
internal sealed class AutoReplyReader : IBounceReader
{
    private static readonly string[] Fields = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-AutoReply-From", "X-Mail-Autoreply"];

    private static readonly string[] Subjects =
    [
        "automatic reply", "auto:", "auto-reply", "autoreply", "auto reply", "auto response", "autoresponse", "auto-response", "automated reply",
        "out of office", "out of the office", "out-of-office", "away from", "vacation", "on holiday", "abwesenheit", "automatische antwort",
        "réponse automatique", "respuesta automática", "risposta automatica", "absence", "automatisch antwoord",
    ];

    public string Format => "auto-reply";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        // Exim marks its bounces as auto-replied too: what comes from the mail system itself is left to the other readers.
        if (input.Mail is not { } mail || Automatic.IsFromMailSystem(mail) || mail.Header("X-Failed-Recipients") is not null || !IsReply(mail))
        {
            return null;
        }
        var from = mail.Message.From.Mailboxes.FirstOrDefault()?.Address;
        var at = mail.Message.Date == DateTimeOffset.MinValue ? (DateTimeOffset?)null : mail.Message.Date.ToUniversalTime();
        return
        [
            new BounceReport
            {
                Kind = BounceKind.AutoReply,
                Category = BounceCategory.Vacation,
                Recipient = string.IsNullOrEmpty(from) ? null : from,
                RecipientDomain = RecipientDomains.Of(from),
                MessageId = mail.Message.InReplyTo,
                OccurredAt = at,
                OccurredAtSource = at is null ? FieldSource.Unknown : FieldSource.Derived,
            },
        ];
    }

    private static bool IsReply(ReceivedMail mail)
    {
        var submitted = mail.Header("Auto-Submitted")?.TrimStart() ?? "";
        var subject = mail.Message.Subject?.TrimStart() ?? "";
        return (submitted.StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase) && !Automatic.SaysFailure(mail))
            || Fields.Any(field => mail.Header(field) is not null)
            || mail.Header("Precedence")?.Trim().Equals("auto_reply", StringComparison.OrdinalIgnoreCase) == true
            || Subjects.Any(words => subject.StartsWith(words, StringComparison.OrdinalIgnoreCase));
    }
}
