using BounceBoard.Operations.Users;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.ApiTokens;

/// <summary>Who calls the API: the token's tenant, and the token as an actor for what it changes.</summary>
public sealed record ApiCaller(TenantRow Tenant, Actor Actor, ApiGrant Grant);
