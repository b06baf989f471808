using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Reads the sender pools of a tenant.</summary>
public sealed class SenderPoolReader(Database.Database database)
{
    private const string Columns = "tenant_id, id, name, addresses AS addresses_text";

    /// <summary>All pools of the tenant by name.</summary>
    public Task<IReadOnlyList<SenderPoolRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<SenderPoolRow>(
            $"""SELECT {Columns} FROM sender_pool WHERE tenant_id = @tenant ORDER BY name""", new { tenant }, cancellationToken);

    public Task<SenderPoolRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<SenderPoolRow>(
            $"""SELECT {Columns} FROM sender_pool WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);
}
