using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>The members of one tenant: added, given another role, removed, invited again.</summary>
public sealed class UserAdministration(
    UserReader users, UserWriter userWriter, MemberReader members, MemberWriter memberWriter, MemberAdmission admission, OneTimeLinks links,
    AuditedWrite writes, InstallationAccess installation)
{
    private static readonly OperationResult.Refused NoMember = new("This person is not a member of the tenant. Load the list again.");

    /// <summary>Makes a person a member; someone new to the installation gets a one-time link to set a password.</summary>
    public Task<OperationResult<Invitation>> AddAsync(
        Actor actor, TenantId tenant, string email, string displayName, TenantRole role, CancellationToken cancellationToken) =>
        writes.InTenantAsync(
            actor,
            tenant,
            TenantAction.ManageUsers,
            scope => admission.AdmitAsync(actor, tenant, email, displayName, role, scope, cancellationToken),
            cancellationToken);

    public Task<OperationResult<Unit>> ChangeRoleAsync(
        Actor actor, TenantId tenant, long userId, TenantRole role, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageUsers,
            async scope =>
            {
                if (await members.RoleAsync(tenant, userId, cancellationToken) is not { } before ||
                    await users.FindAsync(userId, cancellationToken) is not { } user)
                {
                    return NoMember;
                }
                if (MemberAdmission.RoleProblem(user, role) is { } problem)
                {
                    return problem;
                }
                await memberWriter.SetAsync(tenant, userId, role, scope.Now, scope.Transaction, cancellationToken);
                await RenewStampsAsync(user, scope, cancellationToken);
                await scope.AuditAsync("user.role", $"user {user.Email}", $"{before} -> {role}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    /// <summary>Takes the person out of this tenant; the account stays for other tenants.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long userId, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageUsers,
            async scope =>
            {
                var user = await users.FindAsync(userId, cancellationToken);
                if (user is null || !await memberWriter.RemoveAsync(tenant, userId, scope.Transaction, cancellationToken))
                {
                    return NoMember;
                }
                await RenewStampsAsync(user, scope, cancellationToken);
                await scope.AuditAsync("user.remove", $"user {user.Email}", "no member any more", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    /// <summary>A new link to set a password; links given out before stop working.</summary>
    public Task<OperationResult<string>> IssueLinkAsync(Actor actor, TenantId tenant, long userId, CancellationToken cancellationToken) =>
        writes.InTenantAsync<string>(
            actor,
            tenant,
            TenantAction.ManageUsers,
            async scope =>
            {
                if (await members.RoleAsync(tenant, userId, cancellationToken) is null ||
                    await users.FindAsync(userId, cancellationToken) is not { DisabledAt: null } user)
                {
                    return NoMember;
                }
                if (!await MayResetAsync(actor, tenant, user, cancellationToken))
                {
                    return new OperationResult.Refused(
                        $"{user.Email} also works outside this tenant, so only an owner of the installation can make a link for them.");
                }
                var purpose = user.PasswordHash is null ? OneTimeLinkPurpose.Invitation : OneTimeLinkPurpose.PasswordReset;
                var token = await links.IssueAsync(userId, purpose, scope, cancellationToken);
                await scope.AuditAsync("user.link", $"user {user.Email}", $"one-time link made ({purpose})", cancellationToken);
                return token;
            },
            cancellationToken);

    // A link sets the password for everything the person may do, so who makes one must have a say over all of it.
    private async Task<bool> MayResetAsync(Actor actor, TenantId tenant, UserRow user, CancellationToken cancellationToken) =>
        await installation.IsOwnerAsync(actor, cancellationToken) ||
        (user.InstallationRole == InstallationRole.None &&
            (await members.TenantsOfAsync(user.Id, cancellationToken)).All(member => member.TenantId == tenant));

    private async Task RenewStampsAsync(UserRow user, WriteScope scope, CancellationToken cancellationToken) =>
        await userWriter.UpdateAsync(user.WithNewStamps(), user.ConcurrencyStamp, scope.Transaction, cancellationToken);
}
