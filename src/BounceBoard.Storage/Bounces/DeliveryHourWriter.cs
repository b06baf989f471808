using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Bounces;

/// <summary>Adds to the hourly counts, those of single domains and those of the tenant.</summary>
public sealed class DeliveryHourWriter
{
    public async Task AddAsync(TenantId tenant, DeliveryCount count, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO delivery_hour (tenant_id, hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages)
            VALUES (@tenant, @hour, @domain, @remoteIp, @pool, @upperCase, @outcome, @messages)
            ON CONFLICT (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome)
            DO UPDATE SET messages = delivery_hour.messages + excluded.messages
            """;
        var parameters = new
        {
            tenant,
            hour = Hours.StartOf(count.At),
            domain = count.RecipientDomain,
            remoteIp = count.RemoteIp?.ToString() ?? "",
            pool = count.Pool ?? "",
            upperCase = count.UpperCase,
            outcome = count.Outcome.ToString(),
            messages = count.Messages,
        };
        await transaction.ExecuteAsync(sql, parameters, cancellationToken);
        await AddToTenantAsync(tenant, count, transaction, cancellationToken);
    }

    private static Task<int> AddToTenantAsync(TenantId tenant, DeliveryCount count, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO tenant_hour (tenant_id, hour, accepted, deferred, refused)
            VALUES (@tenant, @hour, @accepted, @deferred, @refused)
            ON CONFLICT (tenant_id, hour)
            DO UPDATE SET accepted = tenant_hour.accepted + excluded.accepted,
                deferred = tenant_hour.deferred + excluded.deferred,
                refused = tenant_hour.refused + excluded.refused
            """;
        var parameters = new
        {
            tenant,
            hour = Hours.StartOf(count.At),
            accepted = Of(DeliveryOutcome.Accepted),
            deferred = Of(DeliveryOutcome.Deferred),
            refused = Of(DeliveryOutcome.Refused),
        };
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);

        long Of(DeliveryOutcome outcome) => count.Outcome == outcome ? count.Messages : 0;
    }
}
