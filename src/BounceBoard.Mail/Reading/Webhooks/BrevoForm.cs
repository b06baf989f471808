using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Brevo: one event; <c>sending_ip</c> is Brevo's own, the refusing server is not named.</summary>
internal sealed class BrevoForm : IWebhookForm
{
    public string Format => "brevo";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload)
    {
        var events = payload.ValueKind is JsonValueKind.Array ? payload.EnumerateArray().ToList() : [payload];
        return events.Count > 0 && events[0].Text("event") is not null && events[0].At("message-id") is not null ? [.. events.Select(Report).OfType<BounceReport>()] : null;
    }

    private static BounceReport? Report(JsonElement found) => Kind(found.Text("event")) is not { } kind ? null : EventReport.Complete(
        new BounceReport
        {
            Kind = kind,
            Format = "brevo",
            Recipient = found.Text("email"),
            SendingIp = EventReport.Ip(found.Text("sending_ip")),
            MessageId = EventReport.Id(found.Text("message-id")),
            QueueId = found.Text("uuid"),
            OccurredAt = found.Time("ts_epoch") ?? found.Time("ts_event") ?? found.Time("ts"),
            Permanent = kind is BounceKind.Bounce ? found.Text("event") is not "soft_bounce" : null,
        },
        found.Text("reason"),
        found.Text("event") switch { "blocked" => BounceCategory.SuppressedByRelay, "invalid_email" => BounceCategory.SyntaxError, _ => null });

    private static BounceKind? Kind(string? name) => name switch
    {
        "hard_bounce" or "soft_bounce" or "blocked" or "invalid_email" or "error" => BounceKind.Bounce,
        "deferred" => BounceKind.Delay,
        "delivered" => BounceKind.Delivery,
        "spam" => BounceKind.FeedbackReport,
        _ => null,
    };
}
