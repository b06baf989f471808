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
}
