using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Adds, changes and removes sender pools.</summary>
public sealed class SenderPoolWriter
{
    /// <summary>Adds the pool, or overwrites the one with the same id.</summary>
    public Task SaveAsync(TenantId tenant, SenderPoolRow pool, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO sender_pool (tenant_id, id, name, addresses)
            VALUES (@tenant, @Id, @Name, @AddressesText)
            ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, addresses = excluded.addresses
            """,
            new { tenant, pool.Id, pool.Name, pool.AddressesText },
            cancellationToken);

    /// <returns>False when the tenant has no such pool.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """DELETE FROM sender_pool WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken) == 1;
}
