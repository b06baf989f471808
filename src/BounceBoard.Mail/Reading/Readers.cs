using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.OtherMails;
using BounceBoard.Mail.Reading.Transcript;
using BounceBoard.Mail.Reading.Webhooks;

namespace BounceBoard.Mail.Reading;

/// <summary>The one list of readers. Exact forms stand before loose ones; a new form is one line here.</summary>
internal static class Readers
{
    public static IReadOnlyList<IBounceReader> InOrder { get; } =
    [
        new LogReader("log", LogForms.InOrder),
        .. LogForms.InOrder.Select(form => new LogReader(form)),
        new TranscriptReader(),
        new WebhookReader(new SesForm()),
        new WebhookReader(new SendGridForm()),
        new WebhookReader(new MailgunForm()),
        new WebhookReader(new PostmarkForm()),
        new WebhookReader(new SparkPostForm()),
        new WebhookReader(new MailjetForm()),
        new WebhookReader(new BrevoForm()),
        new SesMailReader(),
        new FeedbackReportReader(),
        new DsnReader(),
        new AutoReplyReader(),
        new LooseBounceReader(),
    ];
}
