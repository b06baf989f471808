using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using Dapper;

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
                   SUM(CASE WHEN outcome = 'Accepted' THEN messages ELSE 0 END) AS accepted,
                   SUM(CASE WHEN outcome = 'Deferred' THEN messages ELSE 0 END) AS deferred,
                   SUM(CASE WHEN outcome = 'Refused' THEN messages ELSE 0 END) AS refused
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain = @recipientDomain AND hour BETWEEN @from AND @until
            GROUP BY pool
            ORDER BY pool
            """;
        var parameters = new { tenant, recipientDomain, from = Hours.StartOf(from), until = until.ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<PoolDeliveryRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
    }

    /// <summary>Counts per local-part case ("has a capital letter") over the same hours; the key facet of case-sensitive receivers.</summary>
    public async Task<IReadOnlyList<CaseDeliveryRow>> ByCaseAsync(
        TenantId tenant, string recipientDomain, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT upper_case,
                   SUM(CASE WHEN outcome = 'Accepted' THEN messages ELSE 0 END) AS accepted,
                   SUM(CASE WHEN outcome <> 'Accepted' THEN messages ELSE 0 END) AS failed
            FROM delivery_hour
            WHERE tenant_id = @tenant AND recipient_domain = @recipientDomain AND hour BETWEEN @from AND @until
            GROUP BY upper_case
            ORDER BY upper_case
            """;
        var parameters = new { tenant, recipientDomain, from = Hours.StartOf(from), until = until.ToUnixTimeMilliseconds() };
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<CaseDeliveryRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
    }
}
