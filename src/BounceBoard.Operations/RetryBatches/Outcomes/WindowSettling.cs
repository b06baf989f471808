using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>Takes mails for delivered against which nothing was heard until the end of their observation.</summary>
internal sealed class WindowSettling(Database database, RetryBatchReader batches, RetryOutcomeWriter outcomes, IncidentWriter incidents)
{
    /// <returns>Attempts that are settled.</returns>
    public async Task<int> SettleAsync(TenantId tenant, long batchId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await batches.FindAsync(tenant, batchId, cancellationToken) is not { } batch)
        {
            return 0;
        }
        var until = now - TimeSpan.FromMinutes(batch.Plan.Limits.ObserveMinutes);
        return await database.WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                var settled = 0;
                foreach (var id in await outcomes.SubmittedAsync(tenant, batchId, until, transaction, cancellationToken))
                {
                    var outcome = new AttemptOutcome { AttemptId = id, Event = AttemptEvent.Accept, Source = OutcomeSource.Window, At = now };
                    settled += await outcomes.TrySettleAsync(tenant, outcome, transaction, cancellationToken) ? 1 : 0;
                }
                if (settled > 0)
                {
                    await incidents.LookAgainAsync(tenant, [batch.IncidentId], now, transaction, cancellationToken);
                }
                return settled;
            },
            cancellationToken);
    }
}
