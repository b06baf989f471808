using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>What the daily check of the routes found.</summary>
public sealed class RouteFindingReader(Database.Database database)
{
    /// <summary>By domain and line.</summary>
    public Task<IReadOnlyList<RouteFindingRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<RouteFindingRow>(
            """
            SELECT route_id, line_number, domain, host, line, kind, how, found_at
            FROM route_finding
            WHERE tenant_id = @tenant
            ORDER BY domain, route_id, line_number
            """,
            new { tenant },
            cancellationToken);

    /// <returns>Null before the first check.</returns>
    public Task<DateTimeOffset?> CheckedAtAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.FindAsync<DateTimeOffset?>("""SELECT checked_at FROM route_check WHERE tenant_id = @tenant""", new { tenant }, cancellationToken);
}
