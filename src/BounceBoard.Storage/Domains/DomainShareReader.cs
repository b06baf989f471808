using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Reads the links to reports.</summary>
public sealed class DomainShareReader(Database.Database database)
{
    private const string Columns = "tenant_id, id, domain_id, token_hash, created_at, created_by, expires_at, revoked_at";

    /// <summary>Links of a domain, the newest first; those that are over too.</summary>
    public Task<IReadOnlyList<DomainShareRow>> ListAsync(TenantId tenant, long domainId, CancellationToken cancellationToken) =>
        database.ListAsync<DomainShareRow>(
            $"""SELECT {Columns} FROM domain_share WHERE tenant_id = @tenant AND domain_id = @domainId ORDER BY id DESC""",
            new { tenant, domainId },
            cancellationToken);

    public Task<DomainShareRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<DomainShareRow>(
            $"""SELECT {Columns} FROM domain_share WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);

    /// <summary>The link with this token, of whatever tenant.</summary>
    public Task<DomainShareRow?> FindByHashAsync(string tokenHash, CancellationToken cancellationToken) =>
        database.FindAsync<DomainShareRow>(
            $"""SELECT {Columns} FROM domain_share WHERE token_hash = @tokenHash""", new { tokenHash }, cancellationToken);
}
