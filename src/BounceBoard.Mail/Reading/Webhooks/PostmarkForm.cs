using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Postmark: one event with <c>RecordType</c>; a bounce's <c>Type</c> is Postmark's own reading of it.</summary>
internal sealed class PostmarkForm : IWebhookForm
{
    public string Format => "postmark";

    public IReadOnlyList<BounceReport>? Read(JsonElement payload) => payload.Text("RecordType") is not { } type ? null : Kind(type, payload) is not { } kind ? [] :
    [
        EventReport.Complete(
            new BounceReport
            {
                Kind = kind,
                Format = "postmark",
                Recipient = payload.Text("Email") ?? payload.Text("Recipient"),
                Sender = payload.Text("From"),
                QueueId = payload.Text("MessageID"),
                OccurredAt = payload.Time("BouncedAt") ?? payload.Time("DeliveredAt"),
                Permanent = kind is BounceKind.Bounce ? payload.Text("Type") is not ("SoftBounce" or "DnsError" or "Blocked") : null,
            },
            payload.Text("Details"),
            payload.Text("Type") is "ManuallyDeactivated" or "InactiveMailbox" ? BounceCategory.SuppressedByRelay : null),
    ];

    private static BounceKind? Kind(string type, JsonElement payload) => type switch
    {
        "SpamComplaint" => BounceKind.FeedbackReport,
        "Delivery" => BounceKind.Delivery,
        "Bounce" => payload.Text("Type") switch
        {
            "Transient" => BounceKind.Delay,
            "AutoResponder" => BounceKind.AutoReply,
            "SpamComplaint" => BounceKind.FeedbackReport,
            "Subscribe" or "Unsubscribe" or "ChallengeVerification" or "AddressChange" or "OpenRelayTest" => null,
            _ => BounceKind.Bounce,
        },
        _ => null,
    };
}
