using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Claims a drop folder or a followed log for one sweep: nodes that share it take turns.</summary>
public sealed class SourceClaimWriter
{
    /// <param name="until">End of the claim and its name.</param>
    /// <returns>False when another node is sweeping it.</returns>
    public async Task<bool> TryClaimAsync(
        TenantId tenant, long id, DateTimeOffset now, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE source SET lease_until = @until WHERE tenant_id = @tenant AND id = @id AND lease_until <= @now
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id, now, until }, cancellationToken) == 1;
    }

    /// <summary>Gives a claim a new end; one that lies in the past ends it.</summary>
    /// <returns>False when it had run out and somebody else took it.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, long id, DateTimeOffset until, DateTimeOffset next, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE source SET lease_until = @next WHERE tenant_id = @tenant AND id = @id AND lease_until = @until
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id, until, next }, cancellationToken) == 1;
    }
}
