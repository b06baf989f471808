using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Notes what came to an address, each in the turn of its tenant.</summary>
internal sealed class WebhookBook(Database database, WebhookWriter writer, TimeProvider time)
{
    public Task AcceptAsync(WebhookRow webhook, string nonce, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(webhook.TenantId),
            transaction => writer.AcceptAsync(webhook.TenantId, webhook.SourceId, nonce, time.GetUtcNow(), transaction, cancellationToken),
            cancellationToken);

    public Task<bool> TryBindTopicAsync(WebhookRow webhook, string topic, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(webhook.TenantId),
            transaction => writer.TryBindTopicAsync(webhook.TenantId, webhook.SourceId, topic, transaction, cancellationToken),
            cancellationToken);

    public Task RefuseAsync(WebhookRow webhook, WebhookRefusal refusal, string problem, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(webhook.TenantId),
            async transaction =>
            {
                await writer.RefuseAsync(webhook.TenantId, webhook.SourceId, refusal, problem, time.GetUtcNow(), transaction, cancellationToken);
                return true;
            },
            cancellationToken);
}
