using BounceBoard.Core.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>What each service needs so that its posts can be told from others'.</summary>
public static class WebhookSecrets
{
    /// <summary>True where we make a password and the service sends it.</summary>
    public static bool IsOurs(WebhookProvider provider) => provider switch
    {
        WebhookProvider.Postmark or WebhookProvider.SparkPost or WebhookProvider.Mailjet or WebhookProvider.Brevo => true,
        WebhookProvider.AmazonSes or WebhookProvider.SendGrid or WebhookProvider.Mailgun => false,
    };

    /// <summary>True where the service shows a key that is set here.</summary>
    public static bool IsTheirs(WebhookProvider provider) => provider is WebhookProvider.SendGrid or WebhookProvider.Mailgun;

    /// <returns>What is wrong with a key of the service; null when it can be used.</returns>
    internal static string? Problem(WebhookProvider provider, string key)
    {
        if (provider is WebhookProvider.SendGrid)
        {
            using var found = SendGridCheck.Key(key);
            return found is null ? "That is no public key. Copy the whole verification key that SendGrid shows when the signed event webhook is switched on." : null;
        }
        return key.Length is >= 8 and <= 200 ? null : "The signing key has 8 to 200 characters. Copy it from Mailgun's page of webhook signing keys.";
    }
}
