using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Bounces;

/// <summary>Reads the hourly counts.</summary>
public sealed class DeliveryHourReader(Database.Database database)
{
    /// <summary>Counts per pool over the whole hours that the time range touches.</summary>
    public async Task<IReadOnlyList<PoolDeliveryRow>> ByPoolAsync(
        TenantId tenant, string recipientDomain, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT pool,
                   CAST(SUM(CASE WHEN outcome = 'Accepted' THEN messages ELSE 0 END) AS BIGINT) AS accepted,
                   CAST(SUM(CASE WHEN outcome = 'Deferred' THEN messages ELSE 0 END) AS BIGINT) AS deferred,
                   CAST(SUM(CASE WHEN outcome = 'Refused' THEN messages ELSE 0 END) AS BIGINT) AS refused
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain = @recipientDomain AND hour BETWEEN @from AND @until
            GROUP BY pool
            ORDER BY pool
            """;
        var parameters = new { tenant, recipientDomain, from = Hours.StartOf(from), until = until.ToUnixTimeMilliseconds() };
        return await database.ListAsync<PoolDeliveryRow>(sql, parameters, cancellationToken);
    }

    /// <summary>Counts per local-part case ("has a capital letter") over the same hours; the key facet of case-sensitive receivers.</summary>
    public async Task<IReadOnlyList<CaseDeliveryRow>> ByCaseAsync(
        TenantId tenant, string recipientDomain, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT upper_case,
                   CAST(SUM(CASE WHEN outcome = 'Accepted' THEN messages ELSE 0 END) AS BIGINT) AS accepted,
                   CAST(SUM(CASE WHEN outcome <> 'Accepted' THEN messages ELSE 0 END) AS BIGINT) AS failed
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain = @recipientDomain AND hour BETWEEN @from AND @until
            GROUP BY upper_case
            ORDER BY upper_case
            """;
        var parameters = new { tenant, recipientDomain, from = Hours.StartOf(from), until = until.ToUnixTimeMilliseconds() };
        return await database.ListAsync<CaseDeliveryRow>(sql, parameters, cancellationToken);
    }

    /// <summary>Accepted messages to one domain per day (UTC), keyed by the start of the day.</summary>
    public async Task<IReadOnlyDictionary<DateTimeOffset, long>> AcceptedByDayAsync(
        TenantId tenant, string recipientDomain, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT hour - hour % 86400000 AS day, CAST(SUM(messages) AS BIGINT) AS messages
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain = @recipientDomain AND hour BETWEEN @from AND @until AND outcome = 'Accepted'
            GROUP BY hour - hour % 86400000
            """;
        var parameters = new { tenant, recipientDomain, from = Hours.StartOf(from), until = until.ToUnixTimeMilliseconds() };
        var rows = await database.ListAsync<(long Day, long Messages)>(sql, parameters, cancellationToken);
        return rows.ToDictionary(row => DateTimeOffset.FromUnixTimeMilliseconds(row.Day), row => row.Messages);
    }

    /// <summary>True when deliveries of this tenant are counted at all in these hours: then none to a domain means none.</summary>
    public async Task<bool> AreKnownAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM tenant_hour WHERE tenant_id = @tenant AND hour BETWEEN @from AND @until AND accepted > 0)
            """;
        var parameters = new { tenant, from = Hours.StartOf(from), until = until.ToUnixTimeMilliseconds() };
        return await database.FindAsync<bool>(sql, parameters, cancellationToken);
    }
}
