using BounceBoard.Core.Webhooks;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>How one kind of service proves that it posted.</summary>
internal interface IWebhookCheck
{
    IReadOnlyList<WebhookProvider> Providers { get; }

    /// <param name="secret">What was agreed with the service; null when nothing was.</param>
    Task<WebhookProof> CheckAsync(WebhookRow webhook, string? secret, WebhookPost post, CancellationToken cancellationToken);
}
