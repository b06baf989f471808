using System.Data.Common;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Settles attempts, each by compare-and-set over the states from which its event moves, and finds those that a report tells of.</summary>
public sealed class RetryOutcomeWriter
{
    private const string Columns = RetryAttemptColumns.All;

    /// <returns>False when the attempt is not in a state that the event moves, or another claim holds it.</returns>
    public async Task<bool> TrySettleAsync(TenantId tenant, AttemptOutcome outcome, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        // What comes from elsewhere cannot tell of a mail that was not handed over.
        var from = AttemptStateMachine.From(outcome.Event).Where(state => outcome.Claim is not null || state is not (AttemptState.Planned or AttemptState.Claimed)).ToList();
        var sql = $"""
            UPDATE retry_attempt
            SET state = @state, lease_until = NULL, settled_at = @At, settled_by = @SettledBy, outcome_source = @source,
                queue_id = COALESCE(@QueueId, queue_id), remote_mta = COALESCE(@RemoteMta, remote_mta), remote_ip = COALESCE(@remoteIp, remote_ip),
                smtp_stage = COALESCE(@stage, smtp_stage), reply_code = COALESCE(@ReplyCode, reply_code), status = COALESCE(@Status, status),
                reply_text = COALESCE(@ReplyText, reply_text), remark = @Remark, transcript = COALESCE(@Transcript, transcript)
            WHERE tenant_id = @tenant AND id = @AttemptId AND state {dialect.AnyOf("@from")}{(outcome.Claim is null ? "" : " AND claim = @Claim")}
            """;
        var parameters = new
        {
            tenant,
            outcome.AttemptId,
            outcome.Claim,
            from = dialect.List(from.Select(state => state.ToString())),
            // Every state of the list leads to the same next one.
            state = AttemptStateMachine.Next(from[0], outcome.Event)?.ToString(),
            outcome.At,
            outcome.SettledBy,
            source = outcome.Source?.ToString(),
            outcome.QueueId,
            outcome.RemoteMta,
            remoteIp = outcome.RemoteIp?.ToString(),
            stage = outcome.SmtpStage?.ToString(),
            outcome.ReplyCode,
            outcome.Status,
            outcome.ReplyText,
            outcome.Remark,
            outcome.Transcript,
        };
        return await transaction.ExecuteAsync(sql, parameters, cancellationToken) == 1;
    }

    /// <summary>Attempts with one of these message ids, or queue ids of our relay, or numbers.</summary>
    public async Task<IReadOnlyList<RetryAttemptRow>> FindAsync(
        TenantId tenant, IReadOnlyCollection<string> messageIds, IReadOnlyCollection<string> queueIds, IReadOnlyCollection<long> ids,
        DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var byMessage = $"""
            SELECT {Columns} FROM retry_attempt WHERE tenant_id = @tenant AND message_id {dialect.AnyOf("@wanted")}
            """;
        var byQueue = $"""
            SELECT {Columns} FROM retry_attempt WHERE tenant_id = @tenant AND queue_id IS NOT NULL AND queue_id {dialect.AnyOf("@wanted")}
            """;
        var byId = $"""
            SELECT {Columns} FROM retry_attempt WHERE tenant_id = @tenant AND id {dialect.AnyOf("@wanted")}
            """;
        var found = new Dictionary<long, RetryAttemptRow>();
        foreach (var (sql, wanted) in new[]
        {
            (byMessage, messageIds.Count == 0 ? null : dialect.List(messageIds)), (byQueue, queueIds.Count == 0 ? null : dialect.List(queueIds)),
            (byId, ids.Count == 0 ? null : dialect.List(ids)),
        })
        {
            foreach (var row in wanted is null ? [] : await transaction.ListAsync<RetryAttemptRow>(sql, new { tenant, wanted }, cancellationToken))
            {
                found[row.Id] = row;
            }
        }
        return [.. found.Values];
    }

    /// <summary>Submitted attempts that were handed over by then, and against which nothing was heard.</summary>
    public Task<IReadOnlyList<long>> SubmittedAsync(
        TenantId tenant, long batchId, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ListAsync<long>(
            """
            SELECT id FROM retry_attempt
            WHERE tenant_id = @tenant AND batch_id = @batchId AND state = 'Submitted' AND handed_at <= @until
            ORDER BY stage, position
            """,
            new { tenant, batchId, until },
            cancellationToken);

    /// <summary>How many of each stage are in each state, as this transaction sees it.</summary>
    public Task<IReadOnlyList<RetryTally>> TalliesAsync(TenantId tenant, long batchId, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ListAsync<RetryTally>(
            """
            SELECT batch_id, stage, state, COUNT(*) AS people
            FROM retry_attempt
            WHERE tenant_id = @tenant AND batch_id = @batchId
            GROUP BY batch_id, stage, state
            """,
            new { tenant, batchId },
            cancellationToken);
}
