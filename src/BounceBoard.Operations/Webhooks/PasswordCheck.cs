using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Webhooks;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>
/// Services that sign nothing but send a password that we gave them: as that of HTTP Basic (RFC 7617, any user name), or as a bearer token
/// (RFC 6750). The same body a second time is the same post.
/// </summary>
internal sealed class PasswordCheck : IWebhookCheck
{
    public IReadOnlyList<WebhookProvider> Providers => [WebhookProvider.Postmark, WebhookProvider.SparkPost, WebhookProvider.Mailjet, WebhookProvider.Brevo];

    public Task<WebhookProof> CheckAsync(WebhookRow webhook, string? secret, WebhookPost post, CancellationToken cancellationToken) =>
        Task.FromResult(Check(secret, post));

    private static WebhookProof Check(string? secret, WebhookPost post)
    {
        if (Password(post.Header("Authorization")) is not { } given)
        {
            return new WebhookProof.Bad("It carries no password. Put the source's password into the webhook's settings, as Basic or Bearer.");
        }
        return secret is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)))
            ? new WebhookProof.Good(Convert.ToHexStringLower(SHA256.HashData(post.Body.Span)))
            : new WebhookProof.Bad("The password does not fit. Make a new one on the source's page and put it into the webhook's settings.");
    }

    private static string? Password(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || value.Parameter is not { } parameter)
        {
            return null;
        }
        if (value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return parameter;
        }
        var bytes = new byte[parameter.Length];
        return value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(parameter, bytes, out var length) &&
            Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password]
                ? password
                : null;
    }
}
