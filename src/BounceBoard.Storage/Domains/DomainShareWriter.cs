using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Makes and revokes links to reports.</summary>
public sealed class DomainShareWriter
{
    public Task AddAsync(TenantId tenant, DomainShareRow share, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO domain_share (tenant_id, id, domain_id, token_hash, created_at, created_by, expires_at, revoked_at)
            VALUES (@tenant, @Id, @DomainId, @TokenHash, @CreatedAt, @CreatedBy, @ExpiresAt, NULL)
            """,
            new { tenant, share.Id, share.DomainId, share.TokenHash, share.CreatedAt, share.CreatedBy, share.ExpiresAt },
            cancellationToken);

    /// <returns>False when there is no such link, or it is revoked already.</returns>
    public async Task<bool> RevokeAsync(TenantId tenant, long id, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE domain_share SET revoked_at = @now WHERE tenant_id = @tenant AND id = @id AND revoked_at IS NULL""",
            new { tenant, id, now },
            cancellationToken) == 1;
}
