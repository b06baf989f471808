using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BounceBoard.Core.Webhooks;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Mailgun: HMAC-SHA256 over time and a token that is used once, with the account's webhook signing key. The events are not under it.</summary>
internal sealed class MailgunCheck(TimeProvider time) : IWebhookCheck
{
    public IReadOnlyList<WebhookProvider> Providers => [WebhookProvider.Mailgun];

    public Task<WebhookProof> CheckAsync(WebhookRow webhook, string? secret, WebhookPost post, CancellationToken cancellationToken) =>
        Task.FromResult(secret is null ? new WebhookProof.Bad("No signing key is set for this source. Set it on the source's page.") : Check(secret, post));

    private WebhookProof Check(string secret, WebhookPost post)
    {
        using var body = post.Json();
        if (body?.RootElement is not { ValueKind: JsonValueKind.Object } root ||
            !root.TryGetProperty("signature", out var signed) || signed.ValueKind is not JsonValueKind.Object)
        {
            return new WebhookProof.Bad("There is no signature. Mailgun's current webhooks post JSON with an object 'signature'; the old form posts are not taken.");
        }
        if (Text(signed, "timestamp") is not { } at || Text(signed, "token") is not { Length: > 0 and <= 100 } token ||
            Text(signed, "signature") is not { } signature)
        {
            return new WebhookProof.Bad("The signature lacks its time, token or value.");
        }
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(at + token)));
        return !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature.ToLowerInvariant()))
            ? new WebhookProof.Bad("The signature does not fit. Compare the signing key with the one Mailgun shows.")
            : WebhookTimes.Problem(at, time.GetUtcNow()) is { } problem ? new WebhookProof.Bad(problem) : new WebhookProof.Good(token);
    }

    // The time comes as text or as a number.
    private static string? Text(JsonElement signed, string name) => signed.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;
}
