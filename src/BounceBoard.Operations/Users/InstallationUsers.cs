using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>The people of the whole installation: owners, technicians, and everyone's account. Only owners may change them.</summary>
public sealed class InstallationUsers(UserReader users, UserWriter writer, OneTimeLinkWriter linkWriter, OneTimeLinks links, AuditedWrite writes)
{
    private static readonly OperationResult.Refused NotThere = new("There is no such person. Load the list again.");

    /// <summary>Adds a person with a role in the installation and makes the one-time link for the password.</summary>
    public Task<OperationResult<Invitation>> AddAsync(
        Actor actor, string email, string displayName, InstallationRole role, bool joinsNewTenants, CancellationToken cancellationToken) =>
        writes.InInstallationAsync<Invitation>(
            actor,
            async scope =>
            {
                if (UserRows.Problem(email, displayName) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var user = UserRows.New(email, displayName, role, joinsNewTenants, scope.Now);
                if (await users.FindByEmailAsync(user.EmailKey, cancellationToken) is not null)
                {
                    return new OperationResult.Refused($"There is an account for {user.Email} already. Change its role instead.");
                }
                await writer.AddAsync(user, scope.Transaction, cancellationToken);
                var token = await links.IssueAsync(user.Id, OneTimeLinkPurpose.Invitation, scope, cancellationToken);
                await scope.AuditAsync("user.add", $"user {user.Email}", $"installation role {role}, invited", cancellationToken);
                return new Invitation(user.Id, token);
            },
            cancellationToken);

    /// <returns>The person with this mail address, in whatever case; null when there is none.</returns>
    public async Task<long?> FindAsync(string email, CancellationToken cancellationToken) =>
        (await users.FindByEmailAsync(UserRows.EmailKey(email.Trim()), cancellationToken))?.Id;

    /// <param name="joinsNewTenants">Counts for technicians.</param>
    public Task<OperationResult<Unit>> SetRoleAsync(
        Actor actor, long userId, InstallationRole role, bool joinsNewTenants, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor,
            userId,
            user => user with { InstallationRole = role, JoinsNewTenants = joinsNewTenants },
            (before, after) => ("user.role", $"installation role {before.InstallationRole} -> {after.InstallationRole}, " +
                $"joins new tenants {YesNo(before.JoinsNewTenants)} -> {YesNo(after.JoinsNewTenants)}"),
            cancellationToken);

    /// <summary>The person cannot sign in any more, open sessions end, links stop working; the audit log keeps the name.</summary>
    public Task<OperationResult<Unit>> DisableAsync(Actor actor, long userId, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor,
            userId,
            (user, now) => user with { DisabledAt = user.DisabledAt ?? now },
            (_, _) => ("user.disable", "cannot sign in any more"),
            cancellationToken);

    public Task<OperationResult<Unit>> EnableAsync(Actor actor, long userId, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, userId, user => user with { DisabledAt = null }, (_, _) => ("user.enable", "can sign in again"), cancellationToken);

    /// <summary>A new link to set a password; links given out before stop working.</summary>
    public Task<OperationResult<string>> IssueLinkAsync(Actor actor, long userId, CancellationToken cancellationToken) =>
        writes.InInstallationAsync<string>(
            actor,
            async scope =>
            {
                if (await users.FindAsync(userId, cancellationToken) is not { DisabledAt: null } user)
                {
                    return NotThere;
                }
                var purpose = user.PasswordHash is null ? OneTimeLinkPurpose.Invitation : OneTimeLinkPurpose.PasswordReset;
                var token = await links.IssueAsync(userId, purpose, scope, cancellationToken);
                await scope.AuditAsync("user.link", $"user {user.Email}", $"one-time link made ({purpose})", cancellationToken);
                return token;
            },
            cancellationToken);

    /// <summary>Ends the unused links of a person.</summary>
    public Task<OperationResult<Unit>> RevokeLinksAsync(Actor actor, long userId, CancellationToken cancellationToken) =>
        writes.InInstallationAsync<Unit>(
            actor,
            async scope =>
            {
                if (await users.FindAsync(userId, cancellationToken) is not { } user)
                {
                    return NotThere;
                }
                var ended = await linkWriter.RevokeAsync(userId, scope.Transaction, cancellationToken);
                await scope.AuditAsync("user.link-revoke", $"user {user.Email}", $"{ended} open links ended", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private Task<OperationResult<Unit>> ChangeAsync(
        Actor actor, long userId, Func<UserRow, UserRow> change, Func<UserRow, UserRow, (string, string)> line, CancellationToken cancellationToken) =>
        ChangeAsync(actor, userId, (user, _) => change(user), line, cancellationToken);

    private Task<OperationResult<Unit>> ChangeAsync(
        Actor actor,
        long userId,
        Func<UserRow, DateTimeOffset, UserRow> change,
        Func<UserRow, UserRow, (string Action, string Detail)> line,
        CancellationToken cancellationToken) =>
        writes.InInstallationAsync<Unit>(
            actor,
            async scope =>
            {
                if (await users.FindAsync(userId, cancellationToken) is not { } before)
                {
                    return NotThere;
                }
                var after = change(before, scope.Now).WithNewStamps();
                if (IsOwner(before) && !IsOwner(after) && await users.CountOtherOwnersAsync(userId, cancellationToken) == 0)
                {
                    return new OperationResult.Refused($"{before.Email} is the last owner who can sign in. Make someone else an owner first.");
                }
                await writer.UpdateAsync(after, before.ConcurrencyStamp, scope.Transaction, cancellationToken);
                // A link made for what the person was must not open what the person is now.
                await linkWriter.RevokeAsync(userId, scope.Transaction, cancellationToken);
                var (action, detail) = line(before, after);
                await scope.AuditAsync(action, $"user {before.Email}", detail, cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private static bool IsOwner(UserRow user) => user is { InstallationRole: InstallationRole.Owner, DisabledAt: null };

    private static string YesNo(bool value) => value ? "yes" : "no";
}
