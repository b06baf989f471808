using BounceBoard.Core.Webhooks;

namespace BounceBoard.Web.Sources;

/// <summary>What to set at each mail service so that it posts here.</summary>
internal static class ProviderSteps
{
    public static IReadOnlyList<string> Of(WebhookProvider provider) => provider switch
    {
        WebhookProvider.AmazonSes =>
        [
            "In Amazon SNS, make a standard topic and subscribe the address to it, protocol HTTPS. Leave raw message delivery off: raw messages are not signed.",
            "The subscription confirms itself within a minute; this source then answers to that topic only.",
            "In Amazon SES, let the identity, or an event destination of the configuration set, send bounces, complaints and deliveries to the topic.",
        ],
        WebhookProvider.SendGrid =>
        [
            "In the mail settings, add an event webhook with the address. Choose the events processed by receivers: bounced, deferred, delivered, dropped, spam reports.",
            "Switch on the signed event webhook, and set its verification key below.",
        ],
        WebhookProvider.Mailgun =>
        [
            "In the sending domain's webhooks, add the address for permanent failure, temporary failure, delivered and spam complaints.",
            "Set the account's HTTP webhook signing key below.",
        ],
        WebhookProvider.Postmark =>
        [
            "In the message stream's webhooks, add the address. Choose bounce, delivery and spam complaint.",
            "Set basic authentication: any user name, and the password of this source.",
        ],
        WebhookProvider.SparkPost =>
        [
            "Add a webhook with the address. Choose bounce, out of band, delay, delivery, policy rejection, generation failure and spam complaint.",
            "Set basic authentication: any user name, and the password of this source.",
        ],
        WebhookProvider.Mailjet =>
        [
            "In event notifications, set the address for bounce, blocked, spam and sent. Group events where it is offered.",
            "Mailjet takes the password inside the address: write bounceboard:, the password and @ between https:// and the host's name.",
        ],
        WebhookProvider.Brevo =>
        [
            "In the transactional webhooks, add the address. Choose delivered, deferred, soft bounce, hard bounce, invalid e-mail, blocked, error and complaint.",
            "Set the password of this source as authentication: basic with any user name, or as the token.",
        ],
    };

    /// <summary>What the service calls the key that is set here.</summary>
    public static string KeyLabel(WebhookProvider provider) => provider is WebhookProvider.SendGrid ? "Verification key" : "Webhook signing key";
}
