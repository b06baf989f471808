using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Whether sending is stopped, for one tenant or for all.</summary>
public sealed class SendingStopReader(Database.Database database)
{
    /// <returns>The installation's stop first, then the tenant's; empty when sending is allowed.</returns>
    public Task<IReadOnlyList<SendingStopRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<SendingStopRow>(
            """
            SELECT tenant_id, stopped_at, stopped_by, reason FROM sending_stop WHERE tenant_id = @tenant OR tenant_id = 0 ORDER BY tenant_id
            """,
            new { tenant },
            cancellationToken);
}
