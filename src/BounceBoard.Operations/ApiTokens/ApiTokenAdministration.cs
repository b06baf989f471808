using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.ApiTokens;
using BounceBoard.Storage.Database;

namespace BounceBoard.Operations.ApiTokens;

/// <summary>Makes and revokes the keys of a tenant's programs.</summary>
public sealed class ApiTokenAdministration(ApiTokenReader tokens, ApiTokenWriter writer, AuditedWrite writes)
{
    /// <summary>First characters of every token, by which scanners for leaked secrets find one.</summary>
    public const string Prefix = "bb_live_";

    private const int ShownCharacters = 4;

    /// <param name="scopes">See <see cref="TokenScopes"/>.</param>
    /// <param name="expiresAt">Null for a token without an end.</param>
    public Task<OperationResult<NewApiToken>> CreateAsync(
        Actor actor, TenantId tenant, string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        writes.InTenantAsync<NewApiToken>(
            actor,
            tenant,
            TenantAction.ManageTokens,
            async scope =>
            {
                if (Problem(name, scopes, expiresAt, scope.Now) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var plain = Prefix + SecretToken.New();
                var row = new ApiTokenRow
                {
                    TenantId = tenant,
                    Id = RowIds.Next(scope.Now),
                    Name = name.Trim(),
                    Prefix = plain[..(Prefix.Length + ShownCharacters)],
                    TokenHash = SecretToken.Hash(plain),
                    Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
                    CreatedAt = scope.Now,
                    CreatedBy = actor.UserId ?? 0,
                    ExpiresAt = expiresAt,
                    LastUsedAt = null,
                    RevokedAt = null,
                };
                await writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
                var end = expiresAt is { } at ? $"{at.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "never";
                await scope.AuditAsync(
                    "token.create", $"token {row.Name} ({row.Prefix}…)", $"scopes {string.Join(", ", row.Scopes)}; expires {end}", cancellationToken);
                return new NewApiToken(row.Id, plain);
            },
            cancellationToken);

    /// <summary>The token opens nothing any more, from the next call on.</summary>
    public Task<OperationResult<Unit>> RevokeAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageTokens,
            async scope =>
            {
                if (await tokens.FindAsync(tenant, id, cancellationToken) is not { } token ||
                    !await writer.RevokeAsync(tenant, id, scope.Now, scope.Transaction, cancellationToken))
                {
                    return new OperationResult.Refused("There is no such token, or it is revoked already. Load the list again.");
                }
                await scope.AuditAsync("token.revoke", $"token {token.Name} ({token.Prefix}…)", "", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private static string? Problem(string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, DateTimeOffset now) => scopes switch
    {
        _ when string.IsNullOrWhiteSpace(name) || name.Length > 100 => "The name is missing or longer than 100 characters.",
        [] => $"Choose at least one scope: {string.Join(", ", TokenScopes.All)}.",
        _ when scopes.FirstOrDefault(scope => !TokenScopes.All.Contains(scope)) is { } unknown =>
            $"There is no scope '{unknown}'. Use {string.Join(", ", TokenScopes.All)}.",
        _ when expiresAt <= now => "The end lies in the past. Choose a later one.",
        _ => null,
    };
}
