using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Keeps which database this is, and freezes what a copy of it must not send.</summary>
public sealed class SendingIdentityWriter
{
    private const string Unfinished = UnfinishedBatches.States;

    public Task SaveAsync(string identity, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO sending_identity (id, identity) VALUES (1, @identity)
            ON CONFLICT (id) DO UPDATE SET identity = excluded.identity, copied_at = NULL
            """,
            new { identity },
            cancellationToken);

    /// <summary>Freezes the unfinished batches of one tenant; those that are frozen already keep their time.</summary>
    /// <returns>How many were frozen.</returns>
    public Task<int> FreezeAsync(TenantId tenant, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            $"""
            UPDATE retry_batch SET frozen_at = @now
            WHERE tenant_id = @tenant AND state IN {Unfinished} AND ended_at IS NULL AND frozen_at IS NULL
            """,
            new { tenant, now },
            cancellationToken);
}
