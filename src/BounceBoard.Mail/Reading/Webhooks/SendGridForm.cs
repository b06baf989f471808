using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Twilio SendGrid's event webhook: a list of events. <c>ip</c> is the address SendGrid sent from; the refusing server is not named.</summary>
internal sealed class SendGridForm : IWebhookForm
{
    public string Format => "sendgrid";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload)
    {
        var events = payload.ValueKind is JsonValueKind.Array ? payload.EnumerateArray().ToList() : [payload];
        return events.Count > 0 && events[0].Text("sg_event_id") is not null && events[0].Text("event") is not null ? [.. events.Select(Report).OfType<BounceReport>()] : null;
    }

    private static BounceReport? Report(JsonElement found) => Kind(found) is not { } kind ? null : EventReport.Complete(
        new BounceReport
        {
            Kind = kind,
            Format = "sendgrid",
            Recipient = found.Text("email"),
            Status = found.Text("status"),
            SendingIp = EventReport.Ip(found.Text("ip")),
            Pool = found.Text("pool", "name"),
            MessageId = EventReport.Id(found.Text("smtp-id")),
            QueueId = found.Text("sg_message_id"),
            OccurredAt = found.Time("timestamp"),
            // "blocked" is a refusal of this mail, not of the address: SendGrid goes on sending to it.
            Permanent = kind is BounceKind.Bounce ? found.Text("type") is not "blocked" : null,
        },
        found.Text("reason") ?? found.Text("response"),
        found.Text("event") is "dropped" ? BounceCategory.SuppressedByRelay : null);

    private static BounceKind? Kind(JsonElement found) => found.Text("event") switch
    {
        "bounce" or "blocked" or "dropped" => BounceKind.Bounce,
        "deferred" => BounceKind.Delay,
        "delivered" => BounceKind.Delivery,
        "spamreport" => BounceKind.FeedbackReport,
        _ => null,
    };
}
