using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>SparkPost: a batch of <c>msys.message_event</c>. <c>ip_address</c> is the server that answered, <c>sending_ip</c> SparkPost's own.</summary>
internal sealed class SparkPostForm : IWebhookForm
{
    public string Format => "sparkpost";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload)
    {
        var events = payload.ValueKind is JsonValueKind.Array ? payload.EnumerateArray().ToList() : [payload];
        return events.Count > 0 && events[0].At("msys") is not null ? [.. events.Select(Report).OfType<BounceReport>()] : null;
    }

    private static BounceReport? Report(JsonElement item)
    {
        if (item.At("msys", "message_event") is not { } found || Kind(found.Text("type")) is not { } kind)
        {
            return null;
        }
        return EventReport.Complete(
            new BounceReport
            {
                Kind = kind,
                Format = "sparkpost",
                Recipient = found.Text("raw_rcpt_to") ?? found.Text("rcpt_to"),
                ReplyCode = found.Number("error_code") is >= 400 and < 600 and var code ? code : null,
                // A bounce that came as a mail was told by whoever sent that mail.
                RemoteIp = found.Text("type") is "out_of_band" or "spam_complaint" ? null : EventReport.Ip(found.Text("ip_address")),
                SendingIp = EventReport.Ip(found.Text("sending_ip")),
                Pool = found.Text("ip_pool"),
                Sender = found.Text("msg_from"),
                MessageId = EventReport.Id(found.Text("rcpt_meta", "message-id")),
                QueueId = found.Text("message_id"),
                OccurredAt = found.Time("timestamp"),
                // Bounce classes: 1 and up undetermined, 10, 30, 90 hard (SparkPost's table).
                Permanent = kind is BounceKind.Bounce ? found.Number("bounce_class") is 10 or 30 or 90 or null : null,
            },
            found.Text("raw_reason") ?? found.Text("reason"),
            found.Text("type") is "policy_rejection" && found.Number("error_code") is null ? BounceCategory.SuppressedByRelay : null);
    }

    private static BounceKind? Kind(string? type) => type switch
    {
        "bounce" or "out_of_band" or "policy_rejection" => BounceKind.Bounce,
        "delay" => BounceKind.Delay,
        "delivery" => BounceKind.Delivery,
        "spam_complaint" => BounceKind.FeedbackReport,
        _ => null,
    };
}
