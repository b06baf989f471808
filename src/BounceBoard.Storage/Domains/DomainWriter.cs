using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Adds, changes and removes sending domains.</summary>
public sealed class DomainWriter
{
    public Task AddAsync(TenantId tenant, DomainRow domain, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO tenant_domain (tenant_id, id, name, selectors, added_at)
            VALUES (@tenant, @Id, @Name, @SelectorsText, @AddedAt)
            """,
            new { tenant, domain.Id, domain.Name, domain.SelectorsText, domain.AddedAt },
            cancellationToken);

    /// <returns>False when the tenant has no such domain.</returns>
    public async Task<bool> SetSelectorsAsync(
        TenantId tenant, long id, IReadOnlyList<string> selectors, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE tenant_domain SET selectors = @text WHERE tenant_id = @tenant AND id = @id""",
            new { tenant, id, text = JsonText.Write(selectors) },
            cancellationToken) == 1;

    /// <returns>False when the tenant has no such domain.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """DELETE FROM tenant_domain WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken) == 1;
}
