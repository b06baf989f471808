using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Reads the networks a tenant calls its own.</summary>
public sealed class OwnNetworkReader(Database.Database database)
{
    public async Task<IReadOnlyList<IPNetwork>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
    [
        .. (await database.ListAsync<string>(
            """SELECT cidr FROM own_network WHERE tenant_id = @tenant ORDER BY cidr""", new { tenant }, cancellationToken))
        .Select(IPNetwork.Parse),
    ];
}
