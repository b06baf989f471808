using System.Data.Common;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>
/// Takes attempts to be sent, by compare-and-set: of a batch that is sending, in its current stage, of an active tenant, while no stop stands. The same is asked
/// again before the final dot, so that whatever was stopped meanwhile is not sent.
/// </summary>
public sealed class RetryClaimWriter
{
    private const string Columns = RetryAttemptColumns.All;

    private const string MayBeSent = """
        EXISTS (SELECT 1 FROM retry_batch b
            WHERE b.tenant_id = @tenant AND b.id = retry_attempt.batch_id AND b.state = 'Sending' AND b.stage = retry_attempt.stage AND b.frozen_at IS NULL)
        AND EXISTS (SELECT 1 FROM tenant t WHERE t.tenant_id = @tenant AND t.state = 'Active')
        AND NOT EXISTS (SELECT 1 FROM sending_stop s WHERE s.tenant_id = @tenant OR s.tenant_id = 0)
        """;

    /// <summary>Claims the next planned attempts of the batch's current stage.</summary>
    /// <param name="claim">Names this claim and no other.</param>
    /// <param name="until">End of the lease.</param>
    /// <returns>In the order of sending.</returns>
    public async Task<IReadOnlyList<RetryAttemptRow>> ClaimAsync(
        TenantId tenant, long batchId, long claim, DateTimeOffset until, int most, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        // Two statements: inside the UPDATE, PostgreSQL may run the subquery more than once, each time locking and taking other rows.
        var planned = $"""
            SELECT id FROM retry_attempt
            WHERE tenant_id = @tenant AND batch_id = @batchId AND state = 'Planned' AND {MayBeSent}
            ORDER BY position
            LIMIT @most
            {dialect.ClaimRows}
            """;
        var take = $"""
            UPDATE retry_attempt SET state = 'Claimed', claim = @claim, lease_until = @until
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND state = 'Planned' AND {MayBeSent}
            RETURNING {Columns}
            """;
        var ids = await transaction.ListAsync<long>(planned, new { tenant, batchId, most }, cancellationToken);
        if (ids.Count == 0)
        {
            return [];
        }
        var claimed = await transaction.ListAsync<RetryAttemptRow>(take, new { tenant, claim, until, ids = dialect.List(ids) }, cancellationToken);
        return [.. claimed.OrderBy(attempt => attempt.Position)];
    }

    /// <summary>Claimed to HandingOver: committed before the final dot.</summary>
    /// <returns>False when the claim is somebody else's by now, its lease is over, the batch may not send any more, or the recipient was suppressed: then there is no dot.</returns>
    public async Task<bool> TryHandOverAsync(
        TenantId tenant, long id, long claim, DateTimeOffset now, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = $"""
            UPDATE retry_attempt SET state = 'HandingOver', handed_at = @now, lease_until = @until
            WHERE tenant_id = @tenant AND id = @id AND claim = @claim AND state = 'Claimed' AND lease_until > @now AND {MayBeSent}
              AND NOT EXISTS (SELECT 1 FROM suppression p
                WHERE p.tenant_id = @tenant AND p.recipient_key = retry_attempt.recipient_key AND p.state = 'Held')
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id, claim, now, until }, cancellationToken) == 1;
    }

    /// <summary>Gives back what was claimed and not handed over.</summary>
    public Task ReleaseAsync(TenantId tenant, long claim, DbTransaction transaction, CancellationToken cancellationToken) =>
        // What is claimed has a lease: by it the few that are held are found among all that were ever sent.
        transaction.ExecuteAsync(
            """
            UPDATE retry_attempt SET state = 'Planned', claim = NULL, lease_until = NULL
            WHERE tenant_id = @tenant AND lease_until >= 0 AND claim = @claim AND state = 'Claimed'
            """,
            new { tenant, claim },
            cancellationToken);

    /// <summary>
    /// Ends leases whose holder was not heard of: what was only claimed is planned again, since nothing is delivered without the final dot; what was being
    /// handed over is in doubt. A claim keeps its name on the latter, so that a holder who was merely slow can still tell what became of it.
    /// </summary>
    /// <returns>Batches of these attempts.</returns>
    public async Task<IReadOnlyList<long>> LapseAsync(
        TenantId tenant, DateTimeOffset now, string remark, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string claimed = """
            UPDATE retry_attempt SET state = 'Planned', claim = NULL, lease_until = NULL
            WHERE tenant_id = @tenant AND lease_until <= @now AND state = 'Claimed'
            RETURNING batch_id
            """;
        const string handedOver = """
            UPDATE retry_attempt SET state = @doubt, lease_until = NULL, settled_at = @now, remark = @remark
            WHERE tenant_id = @tenant AND lease_until <= @now AND state = 'HandingOver'
            RETURNING batch_id
            """;
        var free = await transaction.ListAsync<long>(claimed, new { tenant, now }, cancellationToken);
        var doubtful = await transaction.ListAsync<long>(
            handedOver, new { tenant, now, remark, doubt = nameof(AttemptState.InDoubt) }, cancellationToken);
        return [.. free.Concat(doubtful).Distinct().Order()];
    }
}
