using System.Collections.Concurrent;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>The parser's claims on waiting evidence.</summary>
internal sealed class EvidenceClaims(Database database, EvidenceClaimWriter writer, TimeProvider time)
{
    /// <summary>Many times what a slice takes; a slice is bounded, so nothing needs to be renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Before an item that failed is tried again: what failed it may pass.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const int MostMails = 64;

    // Rows to give back that the database could not take: else an outage would count as an attempt of theirs.
    private readonly ConcurrentQueue<DueEvidenceRow> _owed = new();

    public async Task<IReadOnlyList<DueEvidenceRow>> TakeAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // As many as there are now: what cannot be given back yet stands in the queue again.
        for (var left = _owed.Count; left > 0 && _owed.TryDequeue(out var row); left--)
        {
            await GiveBackAsync([row], cancellationToken);
        }

        return await database.WriteAsync(
            Turn.Open,
            transaction =>
            {
                var now = time.GetUtcNow();
                return writer.ClaimAsync(tenant, now, now + Lease, MostMails, transaction, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>A claim that ran out is somebody else's to take.</summary>
    public bool IsHeld(DueEvidenceRow row) => row.LeaseUntil > time.GetUtcNow();

    /// <summary>The rows' attempt says nothing of them.</summary>
    public async Task GiveBackAsync(IReadOnlyList<DueEvidenceRow> rows, CancellationToken cancellationToken)
    {
        foreach (var claim in rows.GroupBy(row => (row.TenantId, row.LeaseUntil)))
        {
            try
            {
                await database.WriteAsync(
                    Turn.Open,
                    transaction => writer.GiveBackAsync(
                        claim.Key.TenantId, claim.Select(row => row.Id), claim.Key.LeaseUntil, transaction, cancellationToken),
                    cancellationToken);
            }
            catch (Exception problem) when (StorageFaults.Of(problem) is StorageFault.Outage or StorageFault.Full or StorageFault.Collision)
            {
                // What made the work fail is told by the work; these are given back with the next claim.
                Owe(claim);
            }
        }
    }

    /// <summary>The item failed by its own fault and is tried again later.</summary>
    public Task PauseAsync(DueEvidenceRow row, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Open,
            transaction => writer.PauseAsync(row.TenantId, row.Id, row.LeaseUntil, time.GetUtcNow() + Pause, transaction, cancellationToken),
            cancellationToken);

    private void Owe(IEnumerable<DueEvidenceRow> rows)
    {
        foreach (var row in rows)
        {
            _owed.Enqueue(row);
        }
    }
}
