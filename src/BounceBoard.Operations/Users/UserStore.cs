using System.Globalization;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Users;
using Microsoft.AspNetCore.Identity;

namespace BounceBoard.Operations.Users;

/// <summary>
/// Lets Identity's <see cref="UserManager{TUser}"/> work on the house's table. People are added, given roles and disabled by
/// <see cref="UserAdministration"/>, which writes the audit log; Identity only checks and counts.
/// A disabled person is not found, so sign-in fails like for a stranger and a running session ends at its next check.
/// The seam for more: <see cref="UserManager{TUser}"/> asks the store by interface, so two-factor sign-in
/// (<c>IUserTwoFactorStore</c>, <c>IUserAuthenticatorKeyStore</c>, <c>IUserTwoFactorRecoveryCodeStore</c>) and external providers
/// (<c>IUserLoginStore</c>) are another partial file and a table each; callers stay as they are.
/// </summary>
public sealed partial class UserStore(UserReader users, UserWriter writer, AuditedWrite writes) : IUserStore<AppUser>
{
    public async Task<AppUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, CultureInfo.InvariantCulture, out var id) ? Enabled(await users.FindAsync(id, cancellationToken)) : null;

    public async Task<AppUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Enabled(await users.FindByEmailAsync(normalizedUserName, cancellationToken));

    public async Task<IdentityResult> CreateAsync(AppUser user, CancellationToken cancellationToken)
    {
        var result = await writes.UncheckedAsync<Unit>(
            Actor.System,
            async scope =>
            {
                if (await users.FindByEmailAsync(user.EmailKey, cancellationToken) is not null)
                {
                    return new OperationResult.Refused($"There is an account for {user.Email} already.");
                }
                await writer.AddAsync(user.ToRow(NewStamp()), scope.Transaction, cancellationToken);
                await scope.AuditAsync("user.add", $"user {user.Email}", $"installation role {user.InstallationRole}", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        return result.Problem is { } problem ? Failed("DuplicateUserName", problem) : IdentityResult.Success;
    }

    /// <summary>Writes what Identity changed, when nobody else wrote the row meanwhile.</summary>
    public async Task<IdentityResult> UpdateAsync(AppUser user, CancellationToken cancellationToken)
    {
        var stamp = NewStamp();
        var result = await writes.UncheckedAsync<Unit>(Actor.System, scope => UpdateAsync(user, stamp, scope, cancellationToken), cancellationToken);
        if (result.Problem is { } problem)
        {
            return Failed("ConcurrencyFailure", problem);
        }
        user.ConcurrencyStamp = stamp;
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(AppUser user, CancellationToken cancellationToken) =>
        Task.FromResult(Failed("NotDeleted", "People are disabled, not deleted."));

    public Task<string> GetUserIdAsync(AppUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(AppUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(AppUser user, string? userName, CancellationToken cancellationToken) =>
        SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(AppUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.EmailKey);

    public Task SetNormalizedUserNameAsync(AppUser user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public void Dispose()
    {
    }

    private async Task<OperationResult<Unit>> UpdateAsync(
        AppUser user, string stamp, WriteScope scope, CancellationToken cancellationToken)
    {
        var before = await users.FindAsync(user.Id, cancellationToken);
        if (!await writer.UpdateAsync(user.ToRow(stamp), user.ConcurrencyStamp, scope.Transaction, cancellationToken))
        {
            return new OperationResult.Refused("The account was changed by someone else meanwhile. Load it again.");
        }
        await scope.AuditAsync("user.update", $"user {user.Email}", AccountChange.Describe(before, user), cancellationToken);
        return new Unit();
    }

    private static AppUser? Enabled(UserRow? row) => row is { DisabledAt: null } ? AppUser.From(row) : null;

    private static IdentityResult Failed(string code, string description) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = description });

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
