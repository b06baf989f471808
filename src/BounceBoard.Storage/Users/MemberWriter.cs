using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Users;

/// <summary>Assigns people to tenants.</summary>
public sealed class MemberWriter
{
    /// <summary>Adds the membership, or changes the role of the one that is there.</summary>
    public Task SetAsync(
        TenantId tenant, long userId, TenantRole role, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO tenant_member (tenant_id, user_id, role, added_at)
            VALUES (@tenant, @userId, @role, @now)
            ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = excluded.role
            """,
            new { tenant, userId, role = role.ToString(), now },
            cancellationToken);

    /// <returns>False when the person is no member.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long userId, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """DELETE FROM tenant_member WHERE tenant_id = @tenant AND user_id = @userId""", new { tenant, userId }, cancellationToken) == 1;
}
