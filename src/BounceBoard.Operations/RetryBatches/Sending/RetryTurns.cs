using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Takes and ends turns of routes and destinations.</summary>
internal sealed class RetryTurns(Database database, RetryTurnWriter turns, TimeProvider time)
{
    /// <param name="tenant">The installation for what all tenants share.</param>
    /// <returns>The turn, or when it may be asked for again.</returns>
    public Task<(RetryTurn? Turn, DateTimeOffset FreeAt)> TakeAsync(
        TenantId tenant, string destination, long holder, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Open,
            async transaction =>
            {
                var now = time.GetUtcNow();
                var isTaken = await turns.TryTakeAsync(tenant, destination, holder, now, now + SendingTimes.Claim, transaction, cancellationToken);
                var row = await turns.FindAsync(tenant, destination, transaction, cancellationToken);
                // A holder mostly ends long before its lease.
                var busy = row is not null && row.LeaseUntil > now ? now + SendingTimes.LookAgain : now;
                return isTaken
                    ? (new RetryTurn(tenant, destination, holder, row?.Failures ?? 0), now)
                    : ((RetryTurn?)null, row is not null && row.NextAt > busy ? row.NextAt : busy);
            },
            cancellationToken);

    /// <summary>Ends the turn.</summary>
    /// <param name="next">The next one begins not before.</param>
    /// <param name="said">What the server said when there was trouble; null when there was none.</param>
    public Task EndAsync(RetryTurn turn, DateTimeOffset next, string? said, CancellationToken cancellationToken) =>
        database.Outage.HoldAsync(
            () => database.WriteAsync(
                Turn.Open,
                async transaction =>
                {
                    var failures = said is null ? 0 : turn.Failures + 1;
                    await turns.EndAsync(turn.Tenant, turn.Destination, turn.Holder, next, failures, said, transaction, cancellationToken);
                    return true;
                },
                cancellationToken),
            cancellationToken);
}
