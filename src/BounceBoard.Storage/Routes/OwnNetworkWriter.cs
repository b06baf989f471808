using System.Data.Common;
using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Replaces the networks a tenant calls its own.</summary>
public sealed class OwnNetworkWriter
{
    public async Task ReplaceAsync(
        TenantId tenant, IReadOnlyList<IPNetwork> networks, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync("""DELETE FROM own_network WHERE tenant_id = @tenant""", new { tenant }, cancellationToken);
        foreach (var network in networks.Distinct())
        {
            await transaction.ExecuteAsync(
                """INSERT INTO own_network (tenant_id, cidr) VALUES (@tenant, @cidr)""",
                new { tenant, cidr = network.ToString() },
                cancellationToken);
        }
    }
}
