using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Webhooks;

/// <summary>Adds addresses that mail services post to, changes their secrets, and counts what came.</summary>
public sealed class WebhookWriter
{
    public Task AddAsync(TenantId tenant, WebhookRow webhook, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO webhook (tenant_id, source_id, provider, token_hash, token_sealed, secret_sealed, topic, accepted, forged, replayed, created_at)
            VALUES (@tenant, @SourceId, @Provider, @TokenHash, @TokenSealed, @SecretSealed, @Topic, 0, 0, 0, @CreatedAt)
            """,
            new
            {
                tenant,
                webhook.SourceId,
                Provider = webhook.Provider.ToString(),
                webhook.TokenHash,
                webhook.TokenSealed,
                webhook.SecretSealed,
                webhook.Topic,
                webhook.CreatedAt,
            },
            cancellationToken);

    /// <summary>A new address: the old one is unknown from now on.</summary>
    /// <returns>False when the tenant has no such address.</returns>
    public async Task<bool> SetTokenAsync(
        TenantId tenant, long sourceId, string hash, string sealedText, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE webhook SET token_hash = @hash, token_sealed = @sealedText WHERE tenant_id = @tenant AND source_id = @sourceId""",
            new { tenant, sourceId, hash, sealedText },
            cancellationToken) == 1;

    /// <returns>False when the tenant has no such address.</returns>
    public async Task<bool> SetSecretAsync(
        TenantId tenant, long sourceId, string sealedText, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE webhook SET secret_sealed = @sealedText, last_problem = NULL WHERE tenant_id = @tenant AND source_id = @sourceId""",
            new { tenant, sourceId, sealedText },
            cancellationToken) == 1;

    /// <summary>Binds the one topic that may post.</summary>
    /// <returns>False when another one is bound.</returns>
    public async Task<bool> TryBindTopicAsync(
        TenantId tenant, long sourceId, string topic, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE webhook SET topic = @topic
            WHERE tenant_id = @tenant AND source_id = @sourceId AND (topic IS NULL OR topic = @topic)
            """,
            new { tenant, sourceId, topic },
            cancellationToken) == 1;

    /// <summary>Notes that a post was stored, so that the same one is refused from now on.</summary>
    /// <returns>False when it had been noted before.</returns>
    public async Task<bool> AcceptAsync(
        TenantId tenant, long sourceId, string nonce, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string remember = """
            INSERT INTO webhook_replay (tenant_id, source_id, nonce, seen_at) VALUES (@tenant, @sourceId, @nonce, @now)
            ON CONFLICT (tenant_id, source_id, nonce) DO NOTHING
            """;
        const string count = """
            UPDATE webhook SET accepted = accepted + 1, last_at = @now, last_problem = NULL WHERE tenant_id = @tenant AND source_id = @sourceId
            """;
        var isNew = await transaction.ExecuteAsync(remember, new { tenant, sourceId, nonce, now }, cancellationToken) == 1;
        await transaction.ExecuteAsync(count, new { tenant, sourceId, now }, cancellationToken);
        return isNew;
    }

    /// <summary>Counts a post that was refused.</summary>
    public Task RefuseAsync(
        TenantId tenant, long sourceId, WebhookRefusal refusal, string problem, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE webhook
            SET forged = forged + @forged, replayed = replayed + @replayed, last_refused_at = @now, last_problem = @problem
            WHERE tenant_id = @tenant AND source_id = @sourceId
            """;
        var (forged, replayed) = (refusal is WebhookRefusal.Forged ? 1 : 0, refusal is WebhookRefusal.Replayed ? 1 : 0);
        return transaction.ExecuteAsync(sql, new { tenant, sourceId, forged, replayed, problem, now }, cancellationToken);
    }

    /// <summary>Forgets what was taken so long ago that its signature is over anyway.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync("""DELETE FROM webhook_replay WHERE seen_at < @before""", new { before }, cancellationToken);

    /// <summary>Removes the address and what it remembers; what came by it stays.</summary>
    public async Task RemoveAsync(TenantId tenant, long sourceId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(
            """DELETE FROM webhook_replay WHERE tenant_id = @tenant AND source_id = @sourceId""", new { tenant, sourceId }, cancellationToken);
        await transaction.ExecuteAsync(
            """DELETE FROM webhook WHERE tenant_id = @tenant AND source_id = @sourceId""", new { tenant, sourceId }, cancellationToken);
    }
}
