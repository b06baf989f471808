using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Reads the sending domains of a tenant.</summary>
public sealed class DomainReader(Database.Database database)
{
    private const string Columns = "tenant_id, id, name, selectors AS selectors_text, added_at, profile, profile_said, exam_due_at, exam_whole_at";

    /// <summary>All domains of the tenant by name.</summary>
    public Task<IReadOnlyList<DomainRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<DomainRow>(
            $"""SELECT {Columns} FROM tenant_domain WHERE tenant_id = @tenant ORDER BY name""", new { tenant }, cancellationToken);

    public Task<DomainRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<DomainRow>(
            $"""SELECT {Columns} FROM tenant_domain WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);

    public Task<DomainRow?> FindByNameAsync(TenantId tenant, DomainName name, CancellationToken cancellationToken) =>
        database.FindAsync<DomainRow>(
            $"""SELECT {Columns} FROM tenant_domain WHERE tenant_id = @tenant AND name = @name""",
            new { tenant, name = name.Value },
            cancellationToken);
}
