using System.Data.Common;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Has people told of what a batch waits for, in the transaction that moves it.</summary>
internal sealed class RetryNotices(AlertOutbox alerts, RetryOutcomeWriter outcomes)
{
    /// <param name="from">State before the move.</param>
    /// <param name="stage">Stage after the move.</param>
    public async Task MovedAsync(
        TenantId tenant, long batchId, RetryBatchState from, RetryBatchState to, int stage, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        if (to == RetryBatchState.AwaitingApproval)
        {
            await alerts.RetryWaitingAsync(tenant, batchId, stage, now, transaction, cancellationToken);
        }
        if (to == RetryBatchState.Halted)
        {
            await alerts.RetryHaltedAsync(tenant, batchId, now, transaction, cancellationToken);
        }
        // Once for the step, when all its mails have left: one alert for each mail would be a storm of its own.
        if (from == RetryBatchState.Sending && await HasDoubtsAsync(tenant, batchId, stage, transaction, cancellationToken))
        {
            await alerts.RetryInDoubtAsync(tenant, batchId, stage, now, transaction, cancellationToken);
        }
    }

    private async Task<bool> HasDoubtsAsync(TenantId tenant, long batchId, int stage, DbTransaction transaction, CancellationToken cancellationToken) =>
        (await outcomes.TalliesAsync(tenant, batchId, transaction, cancellationToken)).Any(tally => tally.Stage == stage && tally.State == AttemptState.InDoubt);
}
