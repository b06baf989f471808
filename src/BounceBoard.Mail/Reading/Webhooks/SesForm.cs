using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Amazon SES through SNS: notifications and published events, in SNS's envelope (JSON inside JSON) or raw.</summary>
internal sealed class SesForm : IWebhookForm
{
    public string Format => "ses";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload)
    {
        if (payload.Text("Type") is { } type && payload.Text("TopicArn") is not null)
        {
            return type is not "Notification" ? [] : payload.Text("Message") is { } inner ? ReadText(inner) : null;
        }
        return (payload.Text("notificationType") ?? payload.Text("eventType")) is { } kind && payload.At("mail") is { } mail ? Events(kind, payload, mail) : null;
    }

    /// <summary>A notification as text, with anything behind it: SNS mails end with a footer.</summary>
    public IReadOnlyList<BounceReport>? ReadText(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return null;
            }
            using (document)
            {
                return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement) : null;
            }
        }
        catch (JsonException)
        {
            // Not JSON: another reader's text.
            return null;
        }
    }

    private static List<BounceReport> Events(string kind, JsonElement payload, JsonElement mail) => kind switch
    {
        "Bounce" => [.. Recipients(payload, mail, "bounce", "bouncedRecipients").Select(pair => Bounce(pair.Event, pair.Recipient, mail))],
        "Complaint" => [.. Recipients(payload, mail, "complaint", "complainedRecipients").Select(pair => Complaint(pair.Event, pair.Recipient, mail))],
        "Delivery" => [.. payload.Each("delivery", "recipients").Select(recipient => Delivery(payload, recipient, mail))],
        "DeliveryDelay" => [.. Recipients(payload, mail, "deliveryDelay", "delayedRecipients").Select(pair => Delay(pair.Event, pair.Recipient, mail))],
        "Reject" => [.. mail.Each("destination").Select(recipient => Reject(payload, recipient, mail))],
        _ => [],
    };

    private static IEnumerable<(JsonElement Event, JsonElement Recipient)> Recipients(JsonElement payload, JsonElement mail, string name, string list) =>
        payload.At(name) is { } found ? found.Each(list).Select(recipient => (found, recipient)) : [];

    private static BounceReport Common(BounceKind kind, string? recipient, JsonElement mail, DateTimeOffset? at) => new()
    {
        Kind = kind,
        Format = "ses",
        Recipient = recipient,
        Sender = mail.Text("source"),
        MessageId = EventReport.Id(mail.Text("commonHeaders", "messageId")),
        QueueId = mail.Text("messageId"),
        OccurredAt = at,
    };

    private static BounceReport Bounce(JsonElement bounce, JsonElement recipient, JsonElement mail) => EventReport.Complete(
        Common(BounceKind.Bounce, recipient.Text("emailAddress"), mail, bounce.Time("timestamp")) with
        {
            Status = recipient.Text("status"),
            RemoteIp = EventReport.Ip(bounce.Text("remoteMtaIp")),
            ReportingMta = Reporting(bounce),
            Permanent = bounce.Text("bounceType") switch { "Permanent" => true, "Transient" => false, _ => null },
        },
        recipient.Text("diagnosticCode"),
        bounce.Text("bounceSubType") is "Suppressed" or "OnAccountSuppressionList" ? BounceCategory.SuppressedByRelay : null);

    private static BounceReport Delay(JsonElement delay, JsonElement recipient, JsonElement mail) => EventReport.Complete(
        Common(BounceKind.Delay, recipient.Text("emailAddress"), mail, delay.Time("timestamp")) with
        {
            Status = recipient.Text("status"),
            RemoteIp = EventReport.Ip(delay.Text("remoteMtaIp")),
            ReportingMta = Reporting(delay),
        },
        recipient.Text("diagnosticCode"));

    private static BounceReport Complaint(JsonElement complaint, JsonElement recipient, JsonElement mail) => EventReport.Complete(
        Common(BounceKind.FeedbackReport, recipient.Text("emailAddress"), mail, complaint.Time("timestamp")), complaint.Text("complaintFeedbackType"));

    private static BounceReport Delivery(JsonElement payload, JsonElement recipient, JsonElement mail) => EventReport.Complete(
        Common(BounceKind.Delivery, recipient.Text(), mail, payload.Time("delivery", "timestamp")) with
        {
            RemoteIp = EventReport.Ip(payload.Text("delivery", "remoteMtaIp")),
        },
        payload.Text("delivery", "smtpResponse"));

    // SES did not send it: a virus was found.
    private static BounceReport Reject(JsonElement payload, JsonElement recipient, JsonElement mail) => EventReport.Complete(
        Common(BounceKind.Bounce, recipient.Text(), mail, mail.Time("timestamp")),
        payload.Text("reject", "reason"),
        BounceCategory.VirusDetected);

    private static string? Reporting(JsonElement found) => found.Text("reportingMTA") is { } text ? Phrases.RemoteHost.HostName(text.AsSpan(text.IndexOf(';', StringComparison.Ordinal) + 1)) : null;
}
