using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Outside;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Amazon SES through SNS: RSA over the message's named values (version 1 with SHA-1, version 2 with SHA-256), with a certificate of Amazon's.</summary>
internal sealed class SnsCheck(SnsCertificates certificates, TimeProvider time) : IWebhookCheck
{
    public IReadOnlyList<WebhookProvider> Providers => [WebhookProvider.AmazonSes];

    public async Task<WebhookProof> CheckAsync(WebhookRow webhook, string? secret, WebhookPost post, CancellationToken cancellationToken)
    {
        if (SnsMessage.Of(post) is not { } message)
        {
            return new WebhookProof.Bad("It is no message of Amazon SNS. Leave 'raw message delivery' off: raw messages are not signed.");
        }
        if (SnsHosts.Address(message["SigningCertURL"]) is not { } address)
        {
            return new WebhookProof.Bad("Its certificate does not lie at Amazon SNS.");
        }
        try
        {
            return Fits(await certificates.FindAsync(address, cancellationToken), message)
                ? Judge(webhook, message)
                : new WebhookProof.Bad("The signature does not fit the message.");
        }
        catch (OutsideException fault)
        {
            return new WebhookProof.Later($"The certificate of the signature could not be fetched: {fault.Message} Let this machine reach Amazon SNS over https.");
        }
    }

    private bool Fits(X509Certificate2 certificate, SnsMessage message)
    {
        HashAlgorithmName? hash = message["SignatureVersion"] switch { "1" => HashAlgorithmName.SHA1, "2" => HashAlgorithmName.SHA256, _ => null };
        var signature = new byte[message["Signature"]?.Length ?? 0];
        using var key = certificate.GetRSAPublicKey();
        var now = time.GetUtcNow();
        return hash is { } algorithm && key is not null && now >= certificate.NotBefore && now <= certificate.NotAfter &&
            Convert.TryFromBase64String(message["Signature"] ?? "", signature, out var length) &&
            key.VerifyData(message.Signed(), signature.AsSpan(0, length), algorithm, RSASignaturePadding.Pkcs1);
    }

    private WebhookProof Judge(WebhookRow webhook, SnsMessage message)
    {
        if (!DateTimeOffset.TryParse(message["Timestamp"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ||
            WebhookTimes.Problem(at, time.GetUtcNow()) is not null)
        {
            return new WebhookProof.Bad(WebhookTimes.Problem(at, time.GetUtcNow()) ?? "The message's time is missing.");
        }
        return message.Type switch
        {
            _ when webhook.Topic is { } bound && bound != message.Topic =>
                new WebhookProof.Bad($"It is of the topic {message.Topic}, and this source answers to {bound} only. Make a source for each topic."),
            "SubscriptionConfirmation" => Subscription(message),
            _ when webhook.Topic is null => new WebhookProof.Bad("Its topic was never confirmed here. Subscribe the address to the topic again."),
            "UnsubscribeConfirmation" => new WebhookProof.Note(message.Id, "The topic is no longer subscribed: nothing will come. Subscribe the address again."),
            _ => new WebhookProof.Good(message.Id),
        };
    }

    private static WebhookProof Subscription(SnsMessage message) =>
        SnsHosts.Address(message["SubscribeURL"]) is { } confirm
            ? new WebhookProof.Asks(message.Id, message.Topic, confirm)
            : new WebhookProof.Bad("The address to confirm the subscription is not one of Amazon SNS.");
}
