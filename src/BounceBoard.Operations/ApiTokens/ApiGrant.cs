using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.ApiTokens;

/// <summary>What a live token opens: one tenant, some scopes.</summary>
/// <param name="TokenId">Row of the token, read again at every write so that a revoked one stops at once.</param>
public sealed record ApiGrant(TenantId Tenant, long TokenId, string Name, IReadOnlyList<string> Scopes);
