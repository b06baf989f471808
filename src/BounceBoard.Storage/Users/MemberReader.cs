using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Users;

/// <summary>Reads who is what in which tenant.</summary>
public sealed class MemberReader(Database.Database database)
{
    private const string Columns =
        """
        m.tenant_id, m.user_id, m.role, m.added_at, u.email, u.display_name, u.disabled_at, u.password_hash IS NOT NULL AS has_password
        """;

    /// <returns>The role, or null for a person without one in this tenant.</returns>
    public async Task<TenantRole?> RoleAsync(TenantId tenant, long userId, CancellationToken cancellationToken)
    {
        var role = await database.FindAsync<string>(
            """SELECT role FROM tenant_member WHERE tenant_id = @tenant AND user_id = @userId""", new { tenant, userId }, cancellationToken);
        return role is null ? null : Enum.Parse<TenantRole>(role);
    }

    /// <summary>The memberships of one person over all tenants.</summary>
    public Task<IReadOnlyList<MemberRow>> TenantsOfAsync(long userId, CancellationToken cancellationToken) =>
        database.ListAsync<MemberRow>(
            $"""
            SELECT {Columns} FROM tenant_member m
            JOIN app_user u ON u.id = m.user_id
            WHERE m.user_id = @userId
            ORDER BY m.tenant_id
            """,
            new { userId },
            cancellationToken);

    /// <summary>The members of one tenant by name.</summary>
    public Task<IReadOnlyList<MemberRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<MemberRow>(
            $"""
            SELECT {Columns} FROM tenant_member m
            JOIN app_user u ON u.id = m.user_id
            WHERE m.tenant_id = @tenant
            ORDER BY u.display_name, m.user_id
            """,
            new { tenant },
            cancellationToken);
}
