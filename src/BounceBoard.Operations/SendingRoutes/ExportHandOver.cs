using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>
/// Hands over what is planned of a stage when somebody downloads it, through the same ledger, limits and stops as every other way. A download that breaks off
/// leaves its recipients handed over: they stand in the next one too.
/// </summary>
internal sealed class ExportHandOver(
    Database database, RetryClaimWriter claims, RetryBatchWriter batches, RetryTurns turns, SliceSending slices, ChangeFeed feed, TimeProvider time)
{
    private const int AtOnce = 100;

    /// <returns>When the plan's hours let the next recipient go; null when they do now.</returns>
    public DateTimeOffset? WaitsUntil(RetryBatchRow batch)
    {
        var now = time.GetUtcNow();
        var next = RetryLimitsChoice.FirstConnection(batch.Plan.Limits, now);
        return next > now ? next : null;
    }

    /// <returns>Recipients handed over just now; null when somebody else is at it.</returns>
    public async Task<int?> HandOverAsync(TenantId tenant, RetryBatchRow batch, SendingRouteRow route, CancellationToken cancellationToken)
    {
        var claim = RowIds.Next(time.GetUtcNow());
        var (turn, _) = await turns.TakeAsync(tenant, $"route {route.Id}", claim, cancellationToken);
        if (turn is null)
        {
            return null;
        }
        var handed = 0;
        try
        {
            SliceReport? report;
            do
            {
                report = await SliceAsync(tenant, batch, route, cancellationToken);
                handed += report?.HandedOver ?? 0;
            }
            while (report is { NotBefore: null, Trouble: null });
        }
        finally
        {
            await turns.EndAsync(turn, time.GetUtcNow(), null, CancellationToken.None);
        }
        await database.WriteAsync(Turn.Open, transaction => batches.WakeAsync(tenant, batch.Id, time.GetUtcNow(), transaction, cancellationToken), cancellationToken);
        feed.Publish(tenant, ChangeKind.Retries);
        return handed;
    }

    private async Task<SliceReport?> SliceAsync(TenantId tenant, RetryBatchRow batch, SendingRouteRow route, CancellationToken cancellationToken)
    {
        var (now, claim) = (time.GetUtcNow(), RowIds.Next(time.GetUtcNow()));
        var until = now + SendingTimes.Claim;
        var claimed = await database.WriteAsync(
            Turn.Open, transaction => claims.ClaimAsync(tenant, batch.Id, claim, until, AtOnce, transaction, cancellationToken), cancellationToken);
        return claimed.Count == 0
            ? null
            : await slices.SendAsync(new RetrySlice(tenant, batch, route, claim, until, claimed), new ExportTransport(), cancellationToken);
    }
}
