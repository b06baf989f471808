using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Takes what platforms tell of recipients that they were handed. Only whoever was handed a recipient knows its token.</summary>
public sealed class PostedOutcomes
{
    /// <summary>How such reports name themselves.</summary>
    internal const string Format = "posted-outcome";

    private readonly RetryAttemptReader _attempts;
    private readonly RetryTokens _tokens;
    private readonly PostedFiling _filing;
    private readonly PostedDeferrals _deferrals;
    private readonly TenantAccess _access;
    private readonly TimeProvider _time;

    internal PostedOutcomes(
        RetryAttemptReader attempts, RetryTokens tokens, PostedFiling filing, PostedDeferrals deferrals, TenantAccess access, TimeProvider time) =>
        (_attempts, _tokens, _filing, _deferrals, _access, _time) = (attempts, tokens, filing, deferrals, access, time);

    public async Task<OperationResult<PostedReceipt>> TakeAsync(
        Actor actor, TenantId tenant, IReadOnlyList<PostedOutcome> outcomes, CancellationToken cancellationToken)
    {
        if (await _access.RequireAsync(actor, tenant, TenantAction.ReportOutcomes, cancellationToken) is AccessDecision.Denied denied)
        {
            return new OperationResult.Refused(denied.Message);
        }
        var (told, unknown, again) = (new Dictionary<long, (RetryAttemptRow, PostedOutcome)>(), new List<string>(), 0);
        foreach (var outcome in outcomes)
        {
            if (await FindAsync(tenant, outcome.Attempt, cancellationToken) is not { } attempt)
            {
                unknown.Add(outcome.Attempt);
            }
            else if (!Decides(attempt, outcome))
            {
                again++;
            }
            else
            {
                // Of several outcomes of one recipient the last one holds.
                told[attempt.Id] = (attempt, outcome);
            }
        }
        foreach (var known in await _deferrals.KnownAsync(tenant, [.. told.Values], _time.GetUtcNow(), cancellationToken))
        {
            again += told.Remove(known) ? 1 : 0;
        }
        if (told.Count > 0)
        {
            await _filing.FileAsync(tenant, [.. told.Values], _time.GetUtcNow(), cancellationToken);
        }
        return new PostedReceipt(told.Count, again, unknown);
    }

    private async Task<RetryAttemptRow?> FindAsync(TenantId tenant, string token, CancellationToken cancellationToken) =>
        await _tokens.ReadAsync(tenant, token, cancellationToken) is { } id
        && await _attempts.FindAsync(tenant, id, cancellationToken) is { HandedAt: not null } attempt ? attempt : null;

    // What moves an attempt no further stands here already, or was decided otherwise: filed again, it would be counted again.
    private static bool Decides(RetryAttemptRow attempt, PostedOutcome outcome) => AttemptStateMachine.Next(attempt.State, outcome.Outcome switch
    {
        PostedOutcomeKind.Delivered => AttemptEvent.Accept,
        PostedOutcomeKind.Refused => AttemptEvent.Refuse,
        // Put off is only who can still be delivered.
        PostedOutcomeKind.Deferred => AttemptEvent.Accept,
    }) is not null;
}
