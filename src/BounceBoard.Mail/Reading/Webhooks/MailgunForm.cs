using System.Text.Json;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Mailgun: one event under <c>event-data</c>; names the recipient's MX host, never its address.</summary>
internal sealed class MailgunForm : IWebhookForm
{
    public string Format => "mailgun";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload) => payload.At("event-data") is { } found ? [.. Reports(found)] : null;

    private static IEnumerable<BounceReport> Reports(JsonElement found)
    {
        if (Kind(found) is not { } kind)
        {
            yield break;
        }
        var status = found.At("delivery-status") ?? default;
        yield return EventReport.Complete(
            new BounceReport
            {
                Kind = kind,
                Format = "mailgun",
                Recipient = found.Text("recipient"),
                ReplyCode = status.Number("code") is >= 400 and < 600 and var code ? code : null,
                Status = status.Text("enhanced-code"),
                RemoteMta = status.Text("mx-host") is { } host ? RemoteHost.HostName(host) : null,
                SendingIp = EventReport.Ip(found.Text("envelope", "sending-ip")),
                Sender = found.Text("envelope", "sender"),
                MessageId = EventReport.Id(found.Text("message", "headers", "message-id")),
                QueueId = found.Text("id"),
                OccurredAt = found.Time("timestamp"),
            },
            status.Text("message") ?? status.Text("description"),
            // "suppress-bounce", "suppress-complaint", "suppress-unsubscribe": not tried.
            found.Text("reason")?.StartsWith("suppress", StringComparison.Ordinal) == true ? BounceCategory.SuppressedByRelay : null);
    }

    private static BounceKind? Kind(JsonElement found) => (found.Text("event"), found.Text("severity")) switch
    {
        ("failed", "temporary") => BounceKind.Delay,
        ("failed", _) or ("rejected", _) => BounceKind.Bounce,
        ("delivered", _) => BounceKind.Delivery,
        ("complained", _) => BounceKind.FeedbackReport,
        _ => null,
    };
}
