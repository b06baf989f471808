using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Alerts;

/// <summary>Finds who has alerts to word or to send.</summary>
public sealed class DueAlertReader(Database.Database database)
{
    /// <summary>Tenants with something due; those of archived tenants aside.</summary>
    public Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ListAsync<TenantId>(
            """
            SELECT due.tenant_id
            FROM (SELECT tenant_id FROM alert WHERE due_at <= @now UNION SELECT tenant_id FROM alert_delivery WHERE due_at <= @now) due
            JOIN tenant t ON t.tenant_id = due.tenant_id
            WHERE t.state <> 'Archived'
            """,
            new { now },
            cancellationToken);

    /// <summary>Destinations of the tenant with something to send, longest due first.</summary>
    public Task<IReadOnlyList<long>> DestinationsAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.ListAsync<long>(
            """
            SELECT destination_id FROM alert_delivery WHERE tenant_id = @tenant AND due_at <= @now
            GROUP BY destination_id
            ORDER BY MIN(due_at)
            LIMIT @most
            """,
            new { tenant, now, most },
            cancellationToken);
}
