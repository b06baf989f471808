using BounceBoard.Core.RetryBatches;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>What happens to the mails of one slice, one by one.</summary>
internal sealed class SliceRun(RetrySlice slice, RetryLedger ledger, RetryWay way, RefusedFiling refused, TimeProvider time)
{
    private int _changed;
    private string? _trouble;
    private DateTimeOffset? _notBefore;
    private bool _isStopped;
    private bool _isFinal;

    /// <summary>Nothing more of this slice can be sent now.</summary>
    public bool IsOver => _isStopped || _trouble is not null || _notBefore is not null;

    public SliceReport Report => new(_changed, ledger.HandedOver, _trouble, _notBefore) { IsFinal = _isFinal };

    /// <summary>Leaves a recipient out for good.</summary>
    public async Task SkipAsync(RetryAttemptRow attempt, string reason, CancellationToken cancellationToken)
    {
        _changed++;
        await ledger.NoteAsync(
            attempt, new AttemptOutcome { AttemptId = attempt.Id, Event = AttemptEvent.Skip, At = time.GetUtcNow(), Remark = reason }, cancellationToken);
    }

    public async Task SendAsync(RetryShipment shipment, CancellationToken cancellationToken)
    {
        var destination = await way.FindAsync(shipment, cancellationToken);
        if (destination.Problem is { } problem)
        {
            if (destination.IsFinal)
            {
                await SkipAsync(shipment.Attempt, problem, cancellationToken);
            }
            else
            {
                _trouble = problem;
            }
            return;
        }
        var (passage, freeAt) = await way.OpenAsync(slice.Tenant, destination, cancellationToken);
        if (passage is null)
        {
            _notBefore = freeAt;
            return;
        }
        var (asked, isHanded) = (false, false);
        var outcome = await passage.SendAsync(
            shipment,
            async token =>
            {
                asked = true;
                return isHanded = await ledger.TryHandOverAsync(shipment, token);
            },
            cancellationToken);
        await (asked && !isHanded ? KeptBackAsync(shipment.Attempt, cancellationToken) : TakeAsync(shipment, outcome, isHanded));
    }

    // The ledger said no.
    private async Task KeptBackAsync(RetryAttemptRow attempt, CancellationToken cancellationToken)
    {
        if (ledger.Reached is { IsOfPerson: true } reached)
        {
            await SkipAsync(attempt, reached.Words, cancellationToken);
            return;
        }
        _isStopped = true;
        var now = time.GetUtcNow();
        // Limits are of a day, UTC; a stop or a change is looked at again soon.
        _notBefore = ledger.Reached is null ? now + SendingTimes.LookAgain : new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
    }

    // What was heard is written even when the process is asked to end meanwhile.
    private async Task TakeAsync(RetryShipment shipment, RetryOutcome outcome, bool wasHandedOver)
    {
        var attempt = shipment.Attempt;
        _isFinal = outcome.TurnsUsAway;
        if (outcome.Unsendable)
        {
            await SkipAsync(attempt, outcome.Reply, CancellationToken.None);
            return;
        }
        if (OutcomeMapping.Of(outcome, slice.Route.Kind, wasHandedOver) is not { } happened)
        {
            // Given back with the rest of the claim: nothing can have been delivered.
            _trouble = outcome.Reply;
            return;
        }
        _changed++;
        var row = OutcomeMapping.Row(attempt.Id, happened, outcome, time.GetUtcNow());
        var isRefusal = happened is AttemptEvent.Defer or AttemptEvent.Refuse;
        // What a platform, or a server that closes down, says of itself is no refusal of the recipient.
        if (isRefusal && outcome.ConcernsRecipient)
        {
            await ledger.FlushAsync(CancellationToken.None);
            await refused.FileAsync(shipment, row with { Claim = slice.Claim }, outcome, CancellationToken.None);
        }
        else
        {
            await ledger.NoteAsync(attempt, row, CancellationToken.None);
        }
        // A server that hangs up at the answer, or speaks of itself, would do so again: it is asked more slowly, and not for ever.
        _trouble = happened == AttemptEvent.Doubt || (isRefusal && !outcome.ConcernsRecipient) ? outcome.Reply : null;
    }
}
