using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Keeps and removes saved views.</summary>
public sealed class SavedViewWriter
{
    /// <summary>Adds it, or gives the name another query.</summary>
    public Task SaveAsync(
        TenantId tenant, long userId, SavedViewRow row, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO saved_view (tenant_id, user_id, name, query, saved_at) VALUES (@tenant, @userId, @Name, @Query, @now)
            ON CONFLICT (tenant_id, user_id, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at
            """,
            new { tenant, userId, row.Name, row.Query, now },
            cancellationToken);

    /// <returns>False when there was none of that name.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long userId, string name, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """DELETE FROM saved_view WHERE tenant_id = @tenant AND user_id = @userId AND name = @name""", new { tenant, userId, name }, cancellationToken) == 1;
}
