using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Webhooks;

/// <summary>Reads the addresses that mail services post to.</summary>
public sealed class WebhookReader(Database.Database database)
{
    private const string Columns = """
        tenant_id, source_id, provider, token_hash, token_sealed, secret_sealed, topic, accepted, forged, replayed, last_at, last_refused_at, last_problem,
        created_at
        """;

    public Task<WebhookRow?> FindAsync(TenantId tenant, long sourceId, CancellationToken cancellationToken) =>
        database.FindAsync<WebhookRow>(
            $"""SELECT {Columns} FROM webhook WHERE tenant_id = @tenant AND source_id = @sourceId""", new { tenant, sourceId }, cancellationToken);

    public Task<IReadOnlyList<WebhookRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<WebhookRow>($"""SELECT {Columns} FROM webhook WHERE tenant_id = @tenant ORDER BY source_id""", new { tenant }, cancellationToken);

    /// <summary>The address somebody posts to; its tenant is known only from it.</summary>
    public Task<WebhookRow?> FindByHashAsync(string tokenHash, CancellationToken cancellationToken) =>
        database.FindAsync<WebhookRow>($"""SELECT {Columns} FROM webhook WHERE token_hash = @tokenHash""", new { tokenHash }, cancellationToken);

    /// <summary>True when this was taken before.</summary>
    public Task<bool> IsSeenAsync(TenantId tenant, long sourceId, string nonce, CancellationToken cancellationToken) =>
        database.FindAsync<bool>(
            """SELECT EXISTS (SELECT 1 FROM webhook_replay WHERE tenant_id = @tenant AND source_id = @sourceId AND nonce = @nonce)""",
            new { tenant, sourceId, nonce },
            cancellationToken);
}
