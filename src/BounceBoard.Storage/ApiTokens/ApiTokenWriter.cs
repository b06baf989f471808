using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.ApiTokens;

/// <summary>Adds and revokes tokens and notes their use.</summary>
public sealed class ApiTokenWriter
{
    public Task AddAsync(TenantId tenant, ApiTokenRow token, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO api_token (tenant_id, id, name, prefix, token_hash, scopes, created_at, created_by, expires_at)
            VALUES (@tenant, @Id, @Name, @Prefix, @TokenHash, @ScopesText, @CreatedAt, @CreatedBy, @ExpiresAt)
            """,
            new
            {
                tenant,
                token.Id,
                token.Name,
                token.Prefix,
                token.TokenHash,
                token.ScopesText,
                token.CreatedAt,
                token.CreatedBy,
                token.ExpiresAt,
            },
            cancellationToken);

    /// <returns>False when there is no such token or it is revoked already.</returns>
    public async Task<bool> RevokeAsync(
        TenantId tenant, long id, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE api_token SET revoked_at = @now WHERE tenant_id = @tenant AND id = @id AND revoked_at IS NULL""",
            new { tenant, id, now },
            cancellationToken) == 1;

    public Task UsedAsync(TenantId tenant, long id, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE api_token SET last_used_at = @now WHERE tenant_id = @tenant AND id = @id""",
            new { tenant, id, now },
            cancellationToken);
}
