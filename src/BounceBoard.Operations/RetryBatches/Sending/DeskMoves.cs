using System.Data.Common;
using BounceBoard.Core.Audit;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Moves batches where time, outcomes or guards decide and not a person; each move by compare-and-set, with its decision and its audit line.</summary>
internal sealed class DeskMoves(
    Database database, RetryBatchWriter batches, RetryDecisionWriter decisions, DueRetryWriter due, AuditWriter audit, RetryNotices notices, ChangeFeed feed,
    TimeProvider time)
{
    /// <summary>Who decided, where nobody did.</summary>
    public const string Desk = "BounceBoard";

    /// <summary>Moves the batch in a transaction of its own and tells open pages.</summary>
    /// <param name="change">What changes beside the state.</param>
    /// <returns>False when somebody was faster, or the event moves nothing.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, RetryBatchRow batch, RetryBatchEvent happened, string words, Func<RetryBatchRow, RetryBatchRow> change,
        CancellationToken cancellationToken)
    {
        var isMoved = await database.WriteAsync(
            Turn.Of(tenant), transaction => TryMoveAsync(tenant, batch, happened, words, change, transaction, cancellationToken), cancellationToken);
        if (isMoved)
        {
            feed.Publish(tenant, ChangeKind.Retries);
        }
        return isMoved;
    }

    /// <summary>Ends the batch before its time: nobody else is sent to.</summary>
    public Task<bool> HaltAsync(TenantId tenant, RetryBatchRow batch, string words, CancellationToken cancellationToken) =>
        TryMoveAsync(tenant, batch, RetryBatchEvent.Halt, words, after => after, cancellationToken);

    /// <summary>Looks at the batch again at that time.</summary>
    public Task PostponeAsync(TenantId tenant, RetryBatchRow batch, DateTimeOffset? at, CancellationToken cancellationToken) =>
        database.WriteAsync(Turn.Open, transaction => due.PostponeAsync(tenant, batch, at, transaction, cancellationToken), cancellationToken);

    private async Task<bool> TryMoveAsync(
        TenantId tenant, RetryBatchRow batch, RetryBatchEvent happened, string words, Func<RetryBatchRow, RetryBatchRow> change,
        DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (RetryBatchStateMachine.Next(batch.State, happened) is not { } to)
        {
            return false;
        }
        var (now, isEnd) = (time.GetUtcNow(), RetryBatchStateMachine.IsEnd(to));
        var after = change(batch) with { State = to };
        if (isEnd)
        {
            // Mails that our relay took are still watched to the end of their window.
            var watched = batch.State is RetryBatchState.Sending or RetryBatchState.Observing && happened != RetryBatchEvent.Finish;
            after = after with
            {
                EndedAt = now,
                EndReason = words,
                DueAt = watched ? now + TimeSpan.FromMinutes(batch.Plan.Limits.ObserveMinutes) : null,
            };
        }
        if (!await batches.TryMoveAsync(tenant, batch, after, transaction, cancellationToken))
        {
            return false;
        }
        await decisions.AddAsync(tenant, Decision(batch, happened, to, words, now), transaction, cancellationToken);
        await notices.MovedAsync(tenant, batch.Id, batch.State, to, after.Stage, now, transaction, cancellationToken);
        if (isEnd)
        {
            await due.SkipRestAsync(tenant, batch.Id, words, now, transaction, cancellationToken);
        }
        var line = new AuditEntry(now, Desk, "system", $"retry.{Verb(happened)}", $"RB-{batch.Number}", words);
        await audit.AppendAsync(tenant, line, transaction, cancellationToken);
        return true;
    }

    private static RetryDecisionRow Decision(RetryBatchRow batch, RetryBatchEvent happened, RetryBatchState to, string words, DateTimeOffset now) => new()
    {
        Id = RowIds.Next(now),
        BatchId = batch.Id,
        Stage = batch.Stage,
        Event = happened,
        FromState = batch.State,
        ToState = to,
        PlanHash = batch.PlanHash,
        DecidedAt = now,
        DecidedBy = Desk,
        Comment = words,
    };

    private static string Verb(RetryBatchEvent happened) => happened.ToString().ToLowerInvariant();
}
