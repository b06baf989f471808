using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Users;

/// <summary>Reads people; they belong to the installation, not to a tenant.</summary>
public sealed class UserReader(Database.Database database)
{
    private const string Columns =
        """
        id, email, email_key, display_name, password_hash, security_stamp, concurrency_stamp, lockout_end, access_failed_count,
        installation_role, joins_new_tenants, created_at, disabled_at
        """;

    public Task<UserRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.FindAsync<UserRow>($"""SELECT {Columns} FROM app_user WHERE id = @id""", new { id }, cancellationToken);

    /// <param name="emailKey">See <see cref="UserRow.EmailKey"/>.</param>
    public Task<UserRow?> FindByEmailAsync(string emailKey, CancellationToken cancellationToken) =>
        database.FindAsync<UserRow>($"""SELECT {Columns} FROM app_user WHERE email_key = @emailKey""", new { emailKey }, cancellationToken);

    /// <summary>Everyone by name.</summary>
    public Task<IReadOnlyList<UserRow>> ListAsync(CancellationToken cancellationToken) =>
        database.ListAsync<UserRow>($"""SELECT {Columns} FROM app_user ORDER BY display_name, id""", null, cancellationToken);

    /// <summary>Whether the installation has an owner, one who has yet to set a password included.</summary>
    public async Task<bool> HasOwnerAsync(CancellationToken cancellationToken) =>
        await database.FindAsync<int>(
            """SELECT count(*) FROM app_user WHERE installation_role = 'Owner' AND disabled_at IS NULL""", null, cancellationToken) > 0;

    /// <summary>Owners who can sign in, without <paramref name="userId"/>.</summary>
    public Task<int> CountOtherOwnersAsync(long userId, CancellationToken cancellationToken) =>
        database.FindAsync<int>(
            """
            SELECT count(*) FROM app_user
            WHERE installation_role = 'Owner' AND disabled_at IS NULL AND password_hash IS NOT NULL AND id <> @userId
            """,
            new { userId },
            cancellationToken);

    /// <summary>Technicians who are assigned to every new tenant.</summary>
    public Task<IReadOnlyList<long>> ListJoiningAsync(CancellationToken cancellationToken) =>
        database.ListAsync<long>(
            """
            SELECT id FROM app_user
            WHERE installation_role = 'Technician' AND joins_new_tenants AND disabled_at IS NULL
            ORDER BY id
            """,
            null,
            cancellationToken);
}
