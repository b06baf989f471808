using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>
/// Begins, sends, observes and ends approved batches. Whatever it does is taken from the tables by compare-and-set, so it may run on many nodes at once and may
/// end at any moment: nobody gets a mail twice.
/// </summary>
public sealed class RetryDesk : ITenantWork
{
    private const int MostBatches = 5;
    private const string Lost = "Whoever sent it ended between the final dot and the answer. Nobody knows whether it was delivered.";

    private readonly SendingIdentity _identity;
    private readonly Database _database;
    private readonly DueRetryReader _due;
    private readonly RetryClaimWriter _claims;
    private readonly RetryBatchWriter _batches;
    private readonly RetryStep _step;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _time;

    internal RetryDesk(
        SendingIdentity identity, Database database, DueRetryReader due, RetryClaimWriter claims, RetryBatchWriter batches, RetryStep step, ChangeFeed feed,
        TimeProvider time) =>
        (_identity, _database, _due, _claims, _batches, _step, _feed, _time) = (identity, database, due, claims, batches, step, feed, time);

    public string Name => "retries";

    /// <summary>Does all that is due.</summary>
    /// <returns>Number of attempts and batches that changed.</returns>
    public Task<int> SendDueAsync(CancellationToken cancellationToken) => TenantRounds.RunAsync(this, cancellationToken);

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => _due.TenantsAsync(_time.GetUtcNow(), cancellationToken);

    public async Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // A restored database has sent what it does not know of: its batches are frozen before any is claimed.
        await _identity.EnsureAsync(cancellationToken);
        var done = await LapseAsync(tenant, cancellationToken);
        var due = await _due.BatchesAsync(tenant, _time.GetUtcNow(), MostBatches, cancellationToken);
        foreach (var batch in due)
        {
            done += await _step.RunAsync(tenant, batch, cancellationToken);
        }
        if (done > 0)
        {
            _feed.Publish(tenant, ChangeKind.Retries);
        }
        return new Slice(due.Count, done);
    }

    private async Task<int> LapseAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (!await _due.HasLapsedAsync(tenant, now, cancellationToken))
        {
            return 0;
        }
        return await _database.WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                var lapsed = await _claims.LapseAsync(tenant, now, Lost, transaction, cancellationToken);
                foreach (var batch in lapsed)
                {
                    await _batches.WakeAsync(tenant, batch, now, transaction, cancellationToken);
                }
                return lapsed.Count;
            },
            cancellationToken);
    }
}
