using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>One look at a due batch: whatever its state asks for. Afterwards it is moved, or due later.</summary>
internal sealed class RetryStep(
    RetryBatchReader batches, SendingStopReader stops, DeskMoves moves, StageSending sending, Observation observation, TimeProvider time)
{
    /// <returns>Attempts and batches that changed.</returns>
    public async Task<int> RunAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await batches.FindAsync(tenant, id, cancellationToken) is not { } batch || batch.FrozenAt is not null || !(batch.DueAt <= now))
        {
            return 0;
        }
        if (RetryExpiry.IsOver(batch.State, batch.ExpiresAt, now))
        {
            var words = batch.State == RetryBatchState.Approved ? "The approval was not used in time." : "Nobody decided in time.";
            return await moves.TryMoveAsync(tenant, batch, RetryBatchEvent.Expire, words, after => after, cancellationToken) ? 1 : 0;
        }
        switch (batch.State)
        {
            case RetryBatchState.Approved:
                return await BeginAsync(tenant, batch, now, cancellationToken);
            case RetryBatchState.Sending:
                return await sending.SendAsync(tenant, batch, cancellationToken);
            case RetryBatchState.Observing:
                return await observation.ObserveAsync(tenant, batch, cancellationToken);
            case RetryBatchState.Draft or RetryBatchState.AwaitingApproval:
                await moves.PostponeAsync(tenant, batch, batch.ExpiresAt, cancellationToken);
                return 0;
            default:
                return await observation.CloseAsync(tenant, batch, cancellationToken);
        }
    }

    private async Task<int> BeginAsync(TenantId tenant, RetryBatchRow batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = RetryLimitsChoice.FirstConnection(batch.Plan.Limits, batch.SendAfter > now ? batch.SendAfter.Value : now);
        if (start <= now && (await stops.ListAsync(tenant, cancellationToken)).Count > 0)
        {
            start = now + SendingTimes.LookAgain;
        }
        if (start > now)
        {
            await moves.PostponeAsync(tenant, batch, batch.ExpiresAt < start ? batch.ExpiresAt : start, cancellationToken);
            return 0;
        }
        return await moves.TryMoveAsync(
            tenant, batch, RetryBatchEvent.Begin, $"Stage {batch.Stage} of {batch.Stages} begins.", after => after with { DueAt = now }, cancellationToken) ? 1 : 0;
    }
}
