using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Turns of destinations and routes, over all nodes: who holds one is alone there until it ends or its lease does.</summary>
public sealed class RetryTurnWriter
{
    /// <param name="tenant">The installation for what all tenants share.</param>
    /// <returns>False when somebody holds it, or its time has not come.</returns>
    public async Task<bool> TryTakeAsync(
        TenantId tenant, string destination, long holder, DateTimeOffset now, DateTimeOffset until, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO retry_turn (tenant_id, destination, holder, lease_until, next_at, failures) VALUES (@tenant, @destination, @holder, @until, @now, 0)
            ON CONFLICT (tenant_id, destination) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until
                WHERE retry_turn.lease_until <= @now AND retry_turn.next_at <= @now
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, destination, holder, now, until }, cancellationToken) == 1;
    }

    public Task<RetryTurnRow?> FindAsync(TenantId tenant, string destination, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<RetryTurnRow>(
            """SELECT lease_until, next_at, failures, said FROM retry_turn WHERE tenant_id = @tenant AND destination = @destination""",
            new { tenant, destination },
            cancellationToken);

    /// <summary>Ends a turn.</summary>
    /// <param name="next">The next one begins not before.</param>
    public Task EndAsync(
        TenantId tenant, string destination, long holder, DateTimeOffset next, int failures, string? said, DbTransaction transaction,
        CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE retry_turn SET lease_until = 0, next_at = @next, failures = @failures, said = @said
            WHERE tenant_id = @tenant AND destination = @destination AND holder = @holder
            """,
            new { tenant, destination, holder, next, failures, said },
            cancellationToken);
}
