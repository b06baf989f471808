using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.ApiTokens;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Tenants;

/// <summary>Answers who may do what in which tenant, from the database each time: a role taken away counts from the next write on.</summary>
public sealed class TenantAccess(
    TenantReader tenants, UserReader users, MemberReader members, ApiTokenReader tokens, TimeProvider time)
{
    private static readonly AccessDecision NotThere = new AccessDecision.Denied("There is no such tenant, or it is not open to you.");

    /// <summary>The tenant as this person sees it, or null when it does not exist for them.</summary>
    public async Task<TenantContext?> FindAsync(long userId, string slug, CancellationToken cancellationToken)
    {
        var tenant = await tenants.FindBySlugAsync(slug, cancellationToken);
        return tenant is null ? null : await ContextAsync(userId, tenant, cancellationToken);
    }

    /// <summary>Checks right and state before a write.</summary>
    public async Task<AccessDecision> RequireAsync(
        Actor actor, TenantId tenant, TenantAction action, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(tenant, cancellationToken) is not { } row)
        {
            return NotThere;
        }
        return actor switch
        {
            { UserId: { } userId } => Decide(await ContextAsync(userId, row, cancellationToken), action),
            { Grant: { } grant } => await DecideAsync(grant, row, action, cancellationToken),
            { Role: InstallationRole.Owner } => ByState(row, action),
            _ => NotThere,
        };
    }

    /// <summary>Tenants this person sees; null for all (an owner of the installation).</summary>
    public async Task<IReadOnlyList<TenantId>?> VisibleAsync(long userId, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(userId, cancellationToken) is not { DisabledAt: null } user)
        {
            return [];
        }
        if (user.InstallationRole == InstallationRole.Owner)
        {
            return null;
        }
        var memberships = await members.TenantsOfAsync(userId, cancellationToken);
        return
        [
            .. memberships
                .Where(member => RoleMatrix.Allows(TenantAction.See, user.InstallationRole, member.Role))
                .Select(member => member.TenantId),
        ];
    }

    private async Task<TenantContext?> ContextAsync(long userId, TenantRow tenant, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(userId, cancellationToken) is not { DisabledAt: null } user)
        {
            return null;
        }
        var role = await members.RoleAsync(tenant.Id, userId, cancellationToken);
        return RoleMatrix.Allows(TenantAction.See, user.InstallationRole, role)
            ? new TenantContext(tenant, role, user.InstallationRole)
            : null;
    }

    private static AccessDecision Decide(TenantContext? context, TenantAction action) => context switch
    {
        null => NotThere,
        _ when !RoleMatrix.Allows(action, context.InstallationRole, context.Role) =>
            new AccessDecision.Denied($"Your role in {context.Tenant.Name} does not allow this. Ask an administrator of the tenant."),
        _ => ByState(context.Tenant, action),
    };

    private async Task<AccessDecision> DecideAsync(
        ApiGrant grant, TenantRow tenant, TenantAction action, CancellationToken cancellationToken)
    {
        var token = grant.Tenant == tenant.Id ? await tokens.FindAsync(grant.Tenant, grant.TokenId, cancellationToken) : null;
        return token switch
        {
            not null when !token.IsLive(time.GetUtcNow()) => NotThere,
            not null when TokenScopes.Allow(token.Scopes, action) => ByState(tenant, action),
            not null => new AccessDecision.Denied($"The token '{token.Name}' has not the scope for this."),
            null => NotThere,
        };
    }

    private static AccessDecision ByState(TenantRow tenant, TenantAction action) =>
        TenantStateRules.Problem(tenant, action) is { } problem
            ? new AccessDecision.Denied(problem)
            : new AccessDecision.Allowed(tenant);
}
