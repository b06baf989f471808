using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Storage.SendingRoutes;

/// <summary>Adds, changes and removes routes for controlled retries, and notes how their tests ended.</summary>
public sealed class SendingRouteWriter
{
    private const string Unfinished = UnfinishedBatches.States;

    public Task AddAsync(TenantId tenant, SendingRouteRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO sending_route (tenant_id, id, name, kind, revision, enabled, host, port, tls, user_name, password_sealed, sender_domains,
                return_prefix, helo, source_ip, pool, pool_header, dkim_domain, dkim_selector, dkim_key_sealed, webhook, secret_sealed, rate_per_minute,
                per_day, test_mailbox, created_at)
            VALUES (@tenant, @Id, @Name, @kind, 1, @Enabled, @Host, @Port, @tls, @UserName, @PasswordSealed, @SenderDomains,
                @ReturnPrefix, @Helo, @sourceIp, @Pool, @PoolHeader, @DkimDomain, @DkimSelector, @DkimKeySealed, @Webhook, @SecretSealed, @RatePerMinute,
                @PerDay, @TestMailbox, @CreatedAt)
            """,
            Parameters(tenant, row),
            cancellationToken);

    /// <summary>Sets everything but the kind and whether it is enabled; the next revision, so that approvals and tests of the one before hold no more.</summary>
    /// <param name="row">Its revision is the one that was read.</param>
    /// <returns>False when the tenant has no such route, or somebody changed it meanwhile.</returns>
    public async Task<bool> TryChangeAsync(TenantId tenant, SendingRouteRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE sending_route
            SET revision = revision + 1, name = @Name, host = @Host, port = @Port, tls = @tls, user_name = @UserName, password_sealed = @PasswordSealed,
                sender_domains = @SenderDomains, return_prefix = @ReturnPrefix, helo = @Helo, source_ip = @sourceIp, pool = @Pool,
                pool_header = @PoolHeader, dkim_domain = @DkimDomain, dkim_selector = @DkimSelector, dkim_key_sealed = @DkimKeySealed,
                webhook = @Webhook, secret_sealed = @SecretSealed, rate_per_minute = @RatePerMinute, per_day = @PerDay, test_mailbox = @TestMailbox
            WHERE tenant_id = @tenant AND id = @Id AND revision = @Revision
            """;
        return await transaction.ExecuteAsync(sql, Parameters(tenant, row), cancellationToken) == 1;
    }

    /// <returns>False when it stands so already, or the tenant has no such route.</returns>
    public async Task<bool> TryEnableAsync(TenantId tenant, long id, bool enabled, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE sending_route SET enabled = @enabled WHERE tenant_id = @tenant AND id = @id AND enabled <> @enabled""",
            new { tenant, id, enabled },
            cancellationToken) == 1;

    /// <summary>Notes how a test ended.</summary>
    /// <param name="revision">What was tested, whatever the route has become meanwhile.</param>
    public Task TestedAsync(
        TenantId tenant, long id, long revision, bool passed, string answer, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE sending_route SET tested_at = @now, tested_revision = @revision, test_passed = @passed, test_answer = @answer
            WHERE tenant_id = @tenant AND id = @id
            """,
            new { tenant, id, revision, passed, answer, now },
            cancellationToken);

    /// <returns>Number of a batch that still needs the route; null when none does.</returns>
    public Task<long?> UserAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<long?>(
            $"""SELECT MIN(number) FROM retry_batch WHERE tenant_id = @tenant AND route_id = @id AND state IN {Unfinished}""",
            new { tenant, id },
            cancellationToken);

    /// <summary>Removes a route that no unfinished batch uses; finished ones keep what their plan says of it.</summary>
    /// <returns>False when there is such a batch, or the tenant has no such route.</returns>
    public async Task<bool> TryRemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = $"""
            DELETE FROM sending_route
            WHERE tenant_id = @tenant AND id = @id
              AND NOT EXISTS (SELECT 1 FROM retry_batch b WHERE b.tenant_id = @tenant AND b.route_id = @id AND b.state IN {Unfinished})
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id }, cancellationToken) == 1;
    }

    private static object Parameters(TenantId tenant, SendingRouteRow row) => new
    {
        tenant,
        kind = row.Kind.ToString(),
        tls = row.Tls.ToString(),
        sourceIp = row.SourceIp?.ToString(),
        row.Id,
        row.Revision,
        row.Name,
        row.Enabled,
        row.Host,
        row.Port,
        row.UserName,
        row.PasswordSealed,
        row.SenderDomains,
        row.ReturnPrefix,
        row.Helo,
        row.Pool,
        row.PoolHeader,
        row.DkimDomain,
        row.DkimSelector,
        row.DkimKeySealed,
        row.Webhook,
        row.SecretSealed,
        row.RatePerMinute,
        row.PerDay,
        row.TestMailbox,
        row.CreatedAt,
    };
}
