using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Webhooks;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>SendGrid's signed event webhook: ECDSA over P-256 and SHA-256, over time and body, checked with the key that SendGrid shows.</summary>
internal sealed class SendGridCheck(TimeProvider time) : IWebhookCheck
{
    private const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    private const string TimeHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    public IReadOnlyList<WebhookProvider> Providers => [WebhookProvider.SendGrid];

    /// <returns>The key that the text holds, in base64 or PEM; null when it holds none.</returns>
    public static ECDsa? Key(string text)
    {
        var key = ECDsa.Create();
        try
        {
            var plain = string.Concat(text.Split('\n').Where(line => !line.StartsWith("-----", StringComparison.Ordinal)).Select(line => line.Trim()));
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(plain), out _);
            return key;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    public Task<WebhookProof> CheckAsync(WebhookRow webhook, string? secret, WebhookPost post, CancellationToken cancellationToken) =>
        Task.FromResult(Check(secret, post));

    private WebhookProof Check(string? secret, WebhookPost post)
    {
        using var key = secret is null ? null : Key(secret);
        if (key is null)
        {
            return new WebhookProof.Bad("No verification key is set for this source. Set it on the source's page.");
        }
        if (post.Header(SignatureHeader) is not { } signature || post.Header(TimeHeader) is not { } at)
        {
            return new WebhookProof.Bad("It is not signed. Switch on the signed event webhook at SendGrid.");
        }
        byte[] signed = [.. Encoding.UTF8.GetBytes(at), .. post.Body.Span];
        return !Fits(key, signed, signature)
            ? new WebhookProof.Bad("The signature does not fit. Compare the verification key with the one SendGrid shows.")
            // The signature itself can be written in more than one way; what is signed cannot.
            : WebhookTimes.Problem(at, time.GetUtcNow()) is { } problem ? new WebhookProof.Bad(problem)
            : new WebhookProof.Good(Convert.ToHexStringLower(SHA256.HashData(signed)));
    }

    private static bool Fits(ECDsa key, byte[] signed, string signature)
    {
        try
        {
            return key.VerifyData(signed, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
