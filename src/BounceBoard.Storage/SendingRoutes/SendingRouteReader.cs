using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.SendingRoutes;

/// <summary>The routes of one tenant for controlled retries.</summary>
public sealed class SendingRouteReader(Database.Database database)
{
    private const string Columns = """
        id, name, kind, revision, enabled, host, port, tls, user_name, password_sealed, sender_domains, return_prefix, helo, source_ip, pool, pool_header,
        dkim_domain, dkim_selector, dkim_key_sealed, webhook, secret_sealed, rate_per_minute, per_day, test_mailbox, tested_at, tested_revision,
        test_passed, test_answer, created_at
        """;

    public Task<IReadOnlyList<SendingRouteRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<SendingRouteRow>(
            $"""SELECT {Columns} FROM sending_route WHERE tenant_id = @tenant ORDER BY name""", new { tenant }, cancellationToken);

    public Task<SendingRouteRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<SendingRouteRow>(
            $"""SELECT {Columns} FROM sending_route WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);
}
