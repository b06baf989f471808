using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Finds whose retries a job should look at.</summary>
public sealed class DueRetryReader(Database.Database database)
{
    /// <summary>Tenants with a due batch, or with an attempt whose holder has not been heard of in time; archived tenants aside.</summary>
    public Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ListAsync<TenantId>(
            """
            SELECT t.tenant_id
            FROM tenant t
            WHERE t.state <> 'Archived'
                AND (EXISTS (SELECT 1 FROM retry_batch b WHERE b.tenant_id = t.tenant_id AND b.due_at <= @now AND b.frozen_at IS NULL)
                    OR EXISTS (SELECT 1 FROM retry_attempt a WHERE a.tenant_id = t.tenant_id AND a.lease_until <= @now))
            ORDER BY t.tenant_id
            """,
            new { now },
            cancellationToken);

    /// <summary>Due batches of the tenant, longest due first; those of a restored database wait for a person.</summary>
    public Task<IReadOnlyList<long>> BatchesAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.ListAsync<long>(
            """
            SELECT id FROM retry_batch WHERE tenant_id = @tenant AND due_at <= @now AND frozen_at IS NULL ORDER BY due_at, id LIMIT @most
            """,
            new { tenant, now, most },
            cancellationToken);

    /// <summary>Whether a holder of the tenant's attempts has not been heard of in time.</summary>
    public async Task<bool> HasLapsedAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken) =>
        await database.FindAsync<long?>(
            """SELECT id FROM retry_attempt WHERE tenant_id = @tenant AND lease_until <= @now LIMIT 1""", new { tenant, now }, cancellationToken) is not null;
}
