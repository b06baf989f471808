using System.Data.Common;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Tenants;

/// <summary>Adds tenants and changes their name and state.</summary>
public sealed class TenantWriter
{
    public Task AddAsync(TenantRow tenant, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO tenant (tenant_id, slug, name, state, is_demo, created_at)
            VALUES (@Id, @Slug, @Name, @State, @IsDemo, @CreatedAt)
            """,
            new { tenant.Id, tenant.Slug, tenant.Name, State = tenant.State.ToString(), tenant.IsDemo, tenant.CreatedAt },
            cancellationToken);

    /// <returns>False when there is no such tenant.</returns>
    public async Task<bool> RenameAsync(
        TenantId tenant, string slug, string name, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE tenant SET slug = @slug, name = @name WHERE tenant_id = @tenant""",
            new { tenant, slug, name },
            cancellationToken) == 1;

    /// <param name="days">0 for ever; null as the installation does.</param>
    /// <returns>False when there is no such tenant.</returns>
    public async Task<bool> KeepAsync(TenantId tenant, int? days, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE tenant SET retention_days = @days WHERE tenant_id = @tenant""", new { tenant, days }, cancellationToken) == 1;

    /// <returns>False when there is no such tenant.</returns>
    public async Task<bool> SuppressAsync(TenantId tenant, SuppressionMode mode, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE tenant SET suppression_mode = @mode WHERE tenant_id = @tenant""", new { tenant, mode = mode.ToString() }, cancellationToken) == 1;

    /// <returns>False when the tenant is not in <paramref name="from"/> any more.</returns>
    public async Task<bool> MoveAsync(
        TenantId tenant, TenantState from, TenantState to, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE tenant SET state = @to WHERE tenant_id = @tenant AND state = @from""",
            new { tenant, from = from.ToString(), to = to.ToString() },
            cancellationToken) == 1;
}
