using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>Lets a person into a tenant, so that no link somebody else kept comes in with them.</summary>
public sealed class MemberAdmission(
    UserReader users, UserWriter userWriter, MemberReader members, MemberWriter memberWriter, OneTimeLinkWriter linkWriter, OneTimeLinks links,
    InstallationAccess installation)
{
    /// <summary>Writes the membership; someone new gets an invitation.</summary>
    public async Task<OperationResult<Invitation>> AdmitAsync(
        Actor actor, TenantId tenant, string email, string displayName, TenantRole role, WriteScope scope, CancellationToken cancellationToken)
    {
        if (UserRows.Problem(email, displayName) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        var known = await users.FindByEmailAsync(UserRows.EmailKey(email.Trim()), cancellationToken);
        var user = known ?? UserRows.New(email, displayName, InstallationRole.None, joinsNewTenants: false, scope.Now);
        if (RoleProblem(user, role) is { } refused)
        {
            return refused;
        }
        if (user.DisabledAt is not null)
        {
            return new OperationResult.Refused($"{user.Email} is disabled. An owner of the installation can enable the account.");
        }
        if (await members.RoleAsync(tenant, user.Id, cancellationToken) is { } has)
        {
            return new OperationResult.Refused($"{user.Email} is a member already, as {has}. Change the role in the list.");
        }
        if (known is { PasswordHash: null } && !await installation.IsOwnerAsync(actor, cancellationToken))
        {
            return new OperationResult.Refused($"{user.Email} was invited elsewhere and has not set a password yet. Add them when they have.");
        }
        if (known is null)
        {
            await userWriter.AddAsync(user, scope.Transaction, cancellationToken);
        }
        var token = await LinkAsync(known, user, scope, cancellationToken);
        await memberWriter.SetAsync(tenant, user.Id, role, scope.Now, scope.Transaction, cancellationToken);
        await scope.AuditAsync("user.add", $"user {user.Email}", $"as {role}{(token is null ? "" : ", invited")}", cancellationToken);
        return new Invitation(user.Id, token);
    }

    // A link that another tenant's administrator may have kept must not open this tenant too: it ends when the person joins.
    private async Task<string?> LinkAsync(UserRow? known, UserRow user, WriteScope scope, CancellationToken cancellationToken)
    {
        var worksElsewhere = known is not null && (await members.TenantsOfAsync(user.Id, cancellationToken)).Count > 0;
        if (worksElsewhere)
        {
            await linkWriter.RevokeAsync(user.Id, scope.Transaction, cancellationToken);
        }
        return known is null || (worksElsewhere && known.PasswordHash is null)
            ? await links.IssueAsync(user.Id, OneTimeLinkPurpose.Invitation, scope, cancellationToken)
            : null;
    }

    /// <returns>Why the person cannot have the role; null when they can.</returns>
    public static OperationResult.Refused? RoleProblem(UserRow user, TenantRole role) =>
        role == TenantRole.Technician && user.InstallationRole != InstallationRole.Technician
            ? new OperationResult.Refused($"{user.Email} is no technician of the installation. Choose another role, or let an owner make them one.")
            : null;
}
