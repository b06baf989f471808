using System.Data.Common;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Users;

/// <summary>Adds and changes people.</summary>
public sealed class UserWriter
{
    public Task AddAsync(UserRow user, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO app_user (id, email, email_key, display_name, password_hash, security_stamp, concurrency_stamp, lockout_end,
                                  access_failed_count, installation_role, joins_new_tenants, created_at, disabled_at)
            VALUES (@Id, @Email, @EmailKey, @DisplayName, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, @LockoutEnd,
                    @AccessFailedCount, @InstallationRole, @JoinsNewTenants, @CreatedAt, @DisabledAt)
            """,
            Parameters(user, null),
            cancellationToken);

    /// <summary>Writes the whole row when nobody else has written it meanwhile.</summary>
    /// <param name="expectedStamp">The concurrency stamp that was read.</param>
    /// <returns>False when the row has another stamp by now, or is gone.</returns>
    public async Task<bool> UpdateAsync(
        UserRow user, string expectedStamp, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE app_user
            SET email = @Email, email_key = @EmailKey, display_name = @DisplayName, password_hash = @PasswordHash,
                security_stamp = @SecurityStamp, concurrency_stamp = @ConcurrencyStamp, lockout_end = @LockoutEnd,
                access_failed_count = @AccessFailedCount, installation_role = @InstallationRole,
                joins_new_tenants = @JoinsNewTenants, disabled_at = @DisabledAt
            WHERE id = @Id AND concurrency_stamp = @expectedStamp
            """,
            Parameters(user, expectedStamp),
            cancellationToken) == 1;

    private static object Parameters(UserRow user, string? expectedStamp) => new
    {
        user.Id,
        user.Email,
        user.EmailKey,
        user.DisplayName,
        user.PasswordHash,
        user.SecurityStamp,
        user.ConcurrencyStamp,
        user.LockoutEnd,
        user.AccessFailedCount,
        InstallationRole = user.InstallationRole.ToString(),
        user.JoinsNewTenants,
        user.CreatedAt,
        user.DisabledAt,
        expectedStamp,
    };
}
