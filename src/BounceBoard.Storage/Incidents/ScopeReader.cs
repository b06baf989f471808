using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>
/// The hours of an incident's scope: failing from the running counts of its incidents, delivered from those of the domains the incident met. What a
/// reading costs follows from hours and domains, never from the number of refusals.
/// </summary>
public sealed class ScopeReader(Database.Database database)
{
    /// <summary>A provider with more domains than this is compared by counts: its deliveries would cost more to add up than they tell.</summary>
    public const int MostDomains = 100;

    /// <summary>Rows of ways and hours in one answer.</summary>
    public const int MostWays = 20_000;

    /// <summary>Hours of every incident with the scope's name, of whatever family.</summary>
    public Task<IReadOnlyList<ScopeHourRow>> HoursAsync(
        TenantId tenant, string scopeName, DateTimeOffset from, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT h.incident_id, h.hour, h.refusals, h.people
            FROM incident i
            JOIN incident_hour h ON h.tenant_id = i.tenant_id AND h.incident_id = i.id
            WHERE i.tenant_id = @tenant AND i.scope_name = @scopeName AND h.hour >= @from
            """;
        return database.ListAsync<ScopeHourRow>(sql, new { tenant, scopeName, from = Hours.StartOf(from) }, cancellationToken);
    }

    /// <summary>Domains of the incident, at most one more than <see cref="MostDomains"/>.</summary>
    public Task<IReadOnlyList<string>> DomainsAsync(TenantId tenant, long incidentId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT recipient_domain
            FROM incident_domain
            WHERE tenant_id = @tenant AND incident_id = @incidentId
            ORDER BY recipient_domain
            LIMIT @most
            """;
        return database.ListAsync<string>(sql, new { tenant, incidentId, most = MostDomains + 1 }, cancellationToken);
    }

    /// <summary>Accepted messages per hour to these domains.</summary>
    /// <param name="alike">Only those that went this way; its nulls mean any.</param>
    public Task<IReadOnlyList<ScopeDeliveryRow>> DeliveredAsync(
        TenantId tenant, IReadOnlyCollection<string> domains, DateTimeOffset from, ScopeWay alike, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT hour, CAST(SUM(messages) AS BIGINT) AS messages
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain {database.Dialect.AnyOf("@domains")} AND hour >= @from AND outcome = 'Accepted'
                AND pool = COALESCE(@Pool, pool) AND remote_ip = COALESCE(@RemoteIp, remote_ip) AND upper_case = COALESCE(@UpperCase, upper_case)
            GROUP BY hour
            """;
        var parameters = new
        {
            tenant,
            domains = database.Dialect.List(domains),
            from = Hours.StartOf(from),
            alike.Pool,
            alike.RemoteIp,
            alike.UpperCase,
        };
        return database.ListAsync<ScopeDeliveryRow>(sql, parameters, cancellationToken);
    }

    /// <summary>Accepted messages to these domains by the way they went, over the whole hours of a time range.</summary>
    public Task<IReadOnlyList<ScopeWayRow>> WaysAsync(
        TenantId tenant, IReadOnlyCollection<string> domains, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT recipient_domain, remote_ip, pool, upper_case, CAST(SUM(messages) AS BIGINT) AS messages
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain {database.Dialect.AnyOf("@domains")} AND hour >= @from AND hour < @until AND outcome = 'Accepted'
            GROUP BY recipient_domain, remote_ip, pool, upper_case
            """;
        var parameters = new
        {
            tenant,
            domains = database.Dialect.List(domains),
            from = Hours.StartOf(from),
            until = until.ToUnixTimeMilliseconds(),
        };
        return database.ListAsync<ScopeWayRow>(sql, parameters, cancellationToken);
    }

    /// <summary>Accepted messages to these domains by the hour and the way they went, the latest hours first; at most <see cref="MostWays"/> rows.</summary>
    public Task<IReadOnlyList<WayHourRow>> WaysByHourAsync(
        TenantId tenant, IReadOnlyCollection<string> domains, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT hour, recipient_domain, remote_ip, pool, upper_case, messages
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain {database.Dialect.AnyOf("@domains")} AND hour >= @from AND outcome = 'Accepted'
            ORDER BY hour DESC
            LIMIT @most
            """;
        var parameters = new { tenant, domains = database.Dialect.List(domains), from = Hours.StartOf(from), most = MostWays };
        return database.ListAsync<WayHourRow>(sql, parameters, cancellationToken);
    }

    /// <summary>First and last hour in which this tenant counted deliveries of any domain: between them, none to a domain means none.</summary>
    /// <returns>Null when it counted none.</returns>
    public async Task<(DateTimeOffset First, DateTimeOffset Last)?> CountedAsync(TenantId tenant, DateTimeOffset from, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT MIN(hour) AS first, MAX(hour) AS last FROM tenant_hour WHERE tenant_id = @tenant AND hour >= @from AND accepted > 0
            """;
        var found = await database.FindAsync<(long? First, long? Last)>(sql, new { tenant, from = Hours.StartOf(from) }, cancellationToken);
        return found is ({ } first, { } last) ? (DateTimeOffset.FromUnixTimeMilliseconds(first), DateTimeOffset.FromUnixTimeMilliseconds(last)) : null;
    }
}
