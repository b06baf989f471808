using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>
/// Writes down what one claim sends. That a mail may be delivered is committed before its final dot; the outcome of the mail before shares that commit, so that
/// a mail costs one. An outcome that was not written when the process ends leaves its attempt in doubt, never to be sent again.
/// </summary>
internal sealed class RetryLedger(Database database, LedgerTables tables, RetryCaps caps, TimeProvider time, TenantId tenant, long claim)
{
    private readonly HashSet<long> _touched = [];
    private AttemptOutcome? _pending;

    /// <summary>The limit that kept the last mail back; null when it was something else.</summary>
    public CapReached? Reached { get; private set; }

    /// <summary>Mails that were handed over.</summary>
    public int HandedOver { get; private set; }

    /// <summary>Commits that this mail may be delivered from here on.</summary>
    /// <returns>False when it must not be: a limit, a stop, another claim, or the batch was moved.</returns>
    public async Task<bool> TryHandOverAsync(RetryShipment shipment, CancellationToken cancellationToken)
    {
        var pending = _pending;
        var (isHanded, reached) = await database.WriteAsync(
            Turn.Open,
            async transaction =>
            {
                if (pending is not null)
                {
                    await tables.Outcomes.TrySettleAsync(tenant, pending, transaction, cancellationToken);
                }
                var now = time.GetUtcNow();
                if (await caps.RaiseAsync(shipment, now, transaction, cancellationToken) is { } cap)
                {
                    return (false, cap);
                }
                var until = now + SendingTimes.HandingOver;
                if (await tables.Claims.TryHandOverAsync(tenant, shipment.Attempt.Id, claim, now, until, transaction, cancellationToken))
                {
                    return (true, (CapReached?)null);
                }
                await caps.LowerAsync(shipment, now, transaction, cancellationToken);
                return (false, null);
            },
            cancellationToken);
        (_pending, Reached) = (null, reached);
        HandedOver += isHanded ? 1 : 0;
        return isHanded;
    }

    /// <summary>Keeps an outcome for the next commit.</summary>
    public async Task NoteAsync(RetryAttemptRow attempt, AttemptOutcome outcome, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        _pending = outcome with { Claim = claim };
        _touched.Add(attempt.IncidentId);
    }

    /// <summary>Writes the outcome that is kept, however long the database takes: nobody else knows it.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_pending is { } pending)
        {
            await HoldAsync(transaction => tables.Outcomes.TrySettleAsync(tenant, pending, transaction, cancellationToken), cancellationToken);
            _pending = null;
        }
    }

    /// <summary>Ends the claim: writes what is kept, gives back what was not sent, and has the rules look at what is new.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var pending = _pending;
        await HoldAsync(
            async transaction =>
            {
                if (pending is not null)
                {
                    await tables.Outcomes.TrySettleAsync(tenant, pending, transaction, cancellationToken);
                }
                await tables.Claims.ReleaseAsync(tenant, claim, transaction, cancellationToken);
                await tables.Incidents.LookAgainAsync(tenant, [.. _touched], time.GetUtcNow(), transaction, cancellationToken);
                return true;
            },
            cancellationToken);
        _pending = null;
    }

    private Task<bool> HoldAsync(Func<DbTransaction, Task<bool>> work, CancellationToken cancellationToken) =>
        database.Outage.HoldAsync(() => database.WriteAsync(Turn.Open, work, cancellationToken), cancellationToken);
}
