using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Mailjet: one event or a list; a refusal is told by <c>error_related_to</c> and <c>error</c>, mostly without the reply.</summary>
internal sealed class MailjetForm : IWebhookForm
{
    private static readonly Dictionary<string, BounceCategory> Errors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["user unknown"] = BounceCategory.BadMailbox,
        ["mailbox inactive"] = BounceCategory.InactiveMailbox,
        ["quota exceeded"] = BounceCategory.MailboxFull,
        ["invalid domain"] = BounceCategory.BadDomain,
        ["no mail host"] = BounceCategory.BadDomain,
        ["relay/access denied"] = BounceCategory.RelayDenied,
        ["sender blocked"] = BounceCategory.SenderRejected,
        ["content blocked"] = BounceCategory.ContentRejected,
        ["policy issue"] = BounceCategory.PolicyViolation,
        ["preblocked"] = BounceCategory.SuppressedByRelay,
        ["duplicate in campaign"] = BounceCategory.SuppressedByRelay,
        ["spam"] = BounceCategory.SpamDetected,
        ["system issue"] = BounceCategory.SystemError,
        ["protocol issue"] = BounceCategory.SyntaxError,
        ["connection issue"] = BounceCategory.NetworkError,
        ["greylisted"] = BounceCategory.RateLimited,
        ["throttled"] = BounceCategory.RateLimited,
    };

    public string Format => "mailjet";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload)
    {
        var events = payload.ValueKind is JsonValueKind.Array ? payload.EnumerateArray().ToList() : [payload];
        return events.Count > 0 && events[0].Text("event") is not null && events[0].At("MessageID") is not null && events[0].At("mj_campaign_id") is not null
            ? [.. events.Select(Report).OfType<BounceReport>()]
            : null;
    }

    private static BounceReport? Report(JsonElement found) => Kind(found) is not { } kind ? null : EventReport.Complete(
        new BounceReport
        {
            Kind = kind,
            Format = "mailjet",
            Recipient = found.Text("email"),
            QueueId = found.Text("Message_GUID") ?? found.Text("MessageID"),
            OccurredAt = found.Time("time"),
            Permanent = kind is BounceKind.Bounce ? found.IsTrue("hard_bounce") || found.IsTrue("blocked") : null,
        },
        found.Text("smtp_reply") ?? found.Text("comment") ?? found.Text("error"),
        found.Text("smtp_reply") is null && found.Text("error") is { } error && Errors.TryGetValue(error, out var category) ? category : null);

    private static BounceKind? Kind(JsonElement found) => found.Text("event") switch
    {
        "bounce" or "blocked" => BounceKind.Bounce,
        "sent" => BounceKind.Delivery,
        "spam" => BounceKind.FeedbackReport,
        _ => null,
    };
}
