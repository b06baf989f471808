using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Bounces;

/// <summary>Adds to the hourly counts.</summary>
public sealed class DeliveryHourWriter
{
    public Task AddAsync(TenantId tenant, DeliveryCount count, DbTransaction transaction, CancellationToken cancellationToken)
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
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);
    }
}
