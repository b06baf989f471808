using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Jobs;

/// <summary>
/// Keeps at most one chain of slices alive per tenant and kind of work, over all nodes: with one place in the queue each, no tenant starves another.
/// A chain whose job was lost ends by itself.
/// </summary>
public sealed class SliceChainWriter
{
    /// <summary>Begins a chain for each of these tenants that has none alive.</summary>
    /// <param name="chain">Its id; the same for all tenants of the call.</param>
    /// <returns>The tenants whose chain began.</returns>
    public Task<IReadOnlyList<TenantId>> BeginAsync(
        string work, IReadOnlyCollection<TenantId> tenants, long chain, DateTimeOffset now, DateTimeOffset until, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            INSERT INTO slice_chain (tenant_id, work, chain, lease_until)
            SELECT t.tenant_id, @work, @chain, @until FROM tenant t WHERE t.tenant_id {dialect.AnyOf("@tenants")}
            ORDER BY t.tenant_id
            ON CONFLICT (tenant_id, work) DO UPDATE SET chain = excluded.chain, lease_until = excluded.lease_until
                WHERE slice_chain.lease_until <= @now
            RETURNING tenant_id
            """;
        return transaction.ListAsync<TenantId>(
            sql, new { work, tenants = dialect.List(tenants.Select(tenant => tenant.Value)), chain, now, until }, cancellationToken);
    }

    /// <returns>False when another chain has taken its place.</returns>
    public async Task<bool> TryRenewAsync(
        TenantId tenant, string work, long chain, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE slice_chain SET lease_until = @until WHERE tenant_id = @tenant AND work = @work AND chain = @chain
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, work, chain, until }, cancellationToken) == 1;
    }

    public Task EndAsync(TenantId tenant, string work, long chain, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE slice_chain SET lease_until = 0 WHERE tenant_id = @tenant AND work = @work AND chain = @chain
            """;
        return transaction.ExecuteAsync(sql, new { tenant, work, chain }, cancellationToken);
    }

    /// <summary>
    /// Ends every chain, and every claim on evidence, incidents, drop folders and retries: for a queue that lives in the memory of the one process there is, and has just begun.
    /// </summary>
    /// <param name="rested">
    /// Until then evidence waits at which two processes have ended: a third would set it aside, and processes that end within seconds of their start, for
    /// whatever reason, would set aside one piece after the other.
    /// </param>
    public async Task EndAllAsync(DateTimeOffset now, DateTimeOffset rested, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string chains = """UPDATE slice_chain SET lease_until = 0 WHERE lease_until > 0""";
        const string evidence = """
            UPDATE evidence SET lease_until = CASE WHEN attempts < 2 THEN 0 ELSE @rested END WHERE state = 'Received' AND lease_until > @now
            """;
        const string incidents = """UPDATE incident SET decide_due = @now, decide_lease = 0 WHERE decide_lease > @now""";
        const string folders = """UPDATE source SET lease_until = 0 WHERE lease_until > @now""";
        // What was being handed over to a server is in doubt from now on; what was only claimed is planned again.
        const string retries = """UPDATE retry_attempt SET lease_until = @now WHERE lease_until > @now""";
        const string turns = """UPDATE retry_turn SET lease_until = 0 WHERE lease_until > @now""";
        foreach (var sql in (string[])[chains, evidence, incidents, folders, retries, turns])
        {
            await transaction.ExecuteAsync(sql, new { now, rested }, cancellationToken);
        }
    }
}
