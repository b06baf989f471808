using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.ApiTokens;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.ApiTokens;

/// <summary>Finds out whose token a request carries.</summary>
public sealed class ApiTokenCheck(ApiTokenReader tokens, ApiTokenWriter writer, TenantReader tenants, Database database, TimeProvider time)
{
    private const int MaximumLength = 100;
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <param name="bearer">The token as the request carries it.</param>
    /// <param name="scope">What the request needs.</param>
    /// <returns>The caller, or null for a token that is unknown, revoked, over, or lacks the scope.</returns>
    public async Task<ApiCaller?> FindAsync(string bearer, string scope, CancellationToken cancellationToken)
    {
        if (bearer.Length > MaximumLength || !bearer.StartsWith(ApiTokenAdministration.Prefix, StringComparison.Ordinal))
        {
            return null;
        }
        // Looked up by hash: how long the search takes tells nothing about the token.
        var now = time.GetUtcNow();
        if (await tokens.FindByHashAsync(SecretToken.Hash(bearer), cancellationToken) is not { } token ||
            !token.IsLive(now) || !token.Scopes.Contains(scope) ||
            await tenants.FindAsync(token.TenantId, cancellationToken) is not { } tenant)
        {
            return null;
        }
        if (token.LastUsedAt is null || now - token.LastUsedAt >= NotedEvery)
        {
            // At most once a minute: a busy importer must not write a row for each request.
            await database.WriteAsync(
                Turn.Open,
                transaction => writer.UsedAsync(token.TenantId, token.Id, now, transaction, cancellationToken), cancellationToken);
        }
        var grant = new ApiGrant(token.TenantId, token.Id, token.Name, token.Scopes);
        return new ApiCaller(tenant, new Actor(null, $"token {token.Name}", "api", InstallationRole.None) { Grant = grant }, grant);
    }
}
