using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.ApiTokens;

/// <summary>Reads the tokens of a tenant; by hash over all tenants, since the caller of the API does not name one.</summary>
public sealed class ApiTokenReader(Database.Database database)
{
    private const string Columns =
        """
        tenant_id, id, name, prefix, token_hash, scopes AS scopes_text, created_at, created_by, expires_at, last_used_at, revoked_at
        """;

    public Task<ApiTokenRow?> FindByHashAsync(string tokenHash, CancellationToken cancellationToken) =>
        database.FindAsync<ApiTokenRow>(
            $"""SELECT {Columns} FROM api_token WHERE token_hash = @tokenHash""", new { tokenHash }, cancellationToken);

    public Task<ApiTokenRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<ApiTokenRow>(
            $"""SELECT {Columns} FROM api_token WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);

    /// <summary>All tokens of the tenant, newest first, the revoked ones too.</summary>
    public Task<IReadOnlyList<ApiTokenRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<ApiTokenRow>(
            $"""SELECT {Columns} FROM api_token WHERE tenant_id = @tenant ORDER BY id DESC""", new { tenant }, cancellationToken);
}
