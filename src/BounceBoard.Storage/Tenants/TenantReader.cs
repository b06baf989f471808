using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Tenants;

/// <summary>Reads the list of tenants; whom a person may see is decided by the caller.</summary>
public sealed class TenantReader(Database.Database database, TimeProvider time)
{
    private const string Columns = "tenant_id AS id, slug, name, state, is_demo, created_at, retention_days, suppression_mode";

    public Task<TenantRow?> FindAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.FindAsync<TenantRow>(
            $"""SELECT {Columns} FROM tenant WHERE tenant_id = @tenant""", new { tenant }, cancellationToken);

    public Task<TenantRow?> FindBySlugAsync(string slug, CancellationToken cancellationToken) =>
        database.FindAsync<TenantRow>($"""SELECT {Columns} FROM tenant WHERE slug = @slug""", new { slug }, cancellationToken);

    /// <summary>Every tenant by name.</summary>
    public Task<IReadOnlyList<TenantRow>> ListAsync(CancellationToken cancellationToken) =>
        database.ListAsync<TenantRow>($"""SELECT {Columns} FROM tenant ORDER BY name, tenant_id""", null, cancellationToken);

    /// <summary>Counts per tenant, most open incidents first.</summary>
    /// <param name="tenants">The tenants the reader may see; null for all.</param>
    public Task<IReadOnlyList<TenantOverviewRow>> OverviewAsync(
        IReadOnlyCollection<TenantId>? tenants, CancellationToken cancellationToken) =>
        database.ListAsync<TenantOverviewRow>(
            $"""
            SELECT t.tenant_id AS id, t.slug, t.name, t.state, t.is_demo,
                   (SELECT count(*) FROM tenant_domain d WHERE d.tenant_id = t.tenant_id) AS domains,
                   (SELECT count(*) FROM incident i WHERE i.tenant_id = t.tenant_id AND i.state IN ('Open', 'Recovering')) AS open_incidents,
                   (SELECT COALESCE(CAST(SUM(h.deferred + h.refused) AS BIGINT), 0)
                    FROM tenant_hour h
                    WHERE h.tenant_id = t.tenant_id AND h.hour > @since) AS bounces24h,
                   (SELECT n.received_at FROM intake n WHERE n.tenant_id = t.tenant_id ORDER BY n.id DESC LIMIT 1) AS last_intake_at
            FROM tenant t
            WHERE @all OR t.tenant_id {database.Dialect.AnyOf("@ids")}
            ORDER BY open_incidents DESC, t.name, t.tenant_id
            """,
            new { all = tenants is null, ids = database.Dialect.List((tenants ?? []).Select(tenant => tenant.Value)), since = time.GetUtcNow().AddDays(-1) },
            cancellationToken);
}
