using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>Waits for what comes of a stage, and judges it: the next stage, another approval, the end, or a halt.</summary>
internal sealed class Observation(RetryAttemptReader attempts, WindowSettling window, DeskMoves moves, TimeProvider time)
{
    /// <summary>Nothing was left to claim: the stage is sent, unless something holds it up.</summary>
    public async Task<int> EndStageAsync(TenantId tenant, RetryBatchRow batch, DateTimeOffset lookAgain, CancellationToken cancellationToken)
    {
        var tallies = await attempts.TalliesAsync(tenant, [batch.Id], cancellationToken);
        if (tallies.Any(tally => tally.Stage == batch.Stage && IsOnTheWay(tally.State)))
        {
            await moves.PostponeAsync(tenant, batch, lookAgain, cancellationToken);
            return 0;
        }
        var now = time.GetUtcNow();
        var until = now + TimeSpan.FromMinutes(batch.Plan.Limits.ObserveMinutes);
        var words = $"Stage {batch.Stage} of {batch.Stages} is sent; what comes of it is waited for.";
        return await moves.TryMoveAsync(
            tenant, batch, RetryBatchEvent.StageSent, words, after => after with { StageSentAt = now, ObserveUntil = until, DueAt = until }, cancellationToken) ? 1 : 0;
    }

    /// <summary>Halts the batch when its outcomes say so already.</summary>
    public async Task<bool> TryHaltAsync(TenantId tenant, RetryBatchRow batch, CancellationToken cancellationToken)
    {
        var judgement = await JudgeAsync(tenant, batch, cancellationToken);
        return judgement.Decision == StageDecision.Halt && await moves.HaltAsync(tenant, batch, judgement.Words, cancellationToken);
    }

    /// <summary>Looks at a stage whose outcomes are waited for.</summary>
    public async Task<int> ObserveAsync(TenantId tenant, RetryBatchRow batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isOver = !(batch.ObserveUntil > now);
        var settled = isOver ? await window.SettleAsync(tenant, batch.Id, now, cancellationToken) : 0;
        var judgement = await JudgeAsync(tenant, batch, cancellationToken);
        switch (judgement.Decision)
        {
            case StageDecision.Halt:
                return settled + (await moves.HaltAsync(tenant, batch, judgement.Words, cancellationToken) ? 1 : 0);
            case StageDecision.Next or StageDecision.More when isOver:
                return settled + (await GoOnAsync(tenant, batch, judgement, now, cancellationToken) ? 1 : 0);
            default:
                await moves.PostponeAsync(tenant, batch, isOver ? now + SendingTimes.LookAgain : batch.ObserveUntil, cancellationToken);
                return settled;
        }
    }

    /// <summary>An ended batch whose last mails were still watched.</summary>
    public async Task<int> CloseAsync(TenantId tenant, RetryBatchRow batch, CancellationToken cancellationToken)
    {
        var settled = await window.SettleAsync(tenant, batch.Id, time.GetUtcNow(), cancellationToken);
        await moves.PostponeAsync(tenant, batch, null, cancellationToken);
        return settled;
    }

    private Task<bool> GoOnAsync(
        TenantId tenant, RetryBatchRow batch, StageJudgement judgement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (plan, next) = (batch.Plan, batch.Stage + 1);
        // A test that passed needs no second group, unless others wait behind it.
        var isLast = judgement.Decision == StageDecision.More
            ? next > batch.Stages
            : !plan.Stages.Any(stage => stage.Number > batch.Stage && !stage.IsSample);
        if (isLast)
        {
            return moves.TryMoveAsync(tenant, batch, RetryBatchEvent.Finish, judgement.Words, after => after, cancellationToken);
        }
        var expires = now + TimeSpan.FromMinutes(plan.Limits.ApprovalMinutes);
        return plan.Limits.ApproveEachStage
            ? moves.TryMoveAsync(
                tenant, batch, RetryBatchEvent.AskForNextStage, judgement.Words,
                after => Fresh(after, next) with { ApprovedAt = null, ApprovedById = null, ApprovedBy = null, SendAfter = null, ExpiresAt = expires, DueAt = expires },
                cancellationToken)
            : moves.TryMoveAsync(
                tenant, batch, RetryBatchEvent.NextStage, judgement.Words, after => Fresh(after, next) with { DueAt = now }, cancellationToken);
    }

    private static RetryBatchRow Fresh(RetryBatchRow batch, int stage) => batch with { Stage = stage, StageSentAt = null, ObserveUntil = null };

    private async Task<StageJudgement> JudgeAsync(TenantId tenant, RetryBatchRow batch, CancellationToken cancellationToken)
    {
        var tallies = await attempts.TalliesAsync(tenant, [batch.Id], cancellationToken);
        return StageJudgement.Of(batch.Plan, batch.Stage, [.. tallies.GroupBy(tally => tally.Stage).Where(stage => stage.Key <= batch.Stage).Select(Sum)]);
    }

    private static StageTally Sum(IGrouping<int, RetryTally> stage)
    {
        int People(params AttemptState[] states) => stage.Where(tally => states.Contains(tally.State)).Sum(tally => tally.People);
        return new StageTally(
            stage.Key,
            People(AttemptState.Accepted),
            People(AttemptState.Refused, AttemptState.Deferred),
            People(AttemptState.Planned, AttemptState.Claimed, AttemptState.HandingOver, AttemptState.Submitted),
            People(AttemptState.InDoubt),
            People(AttemptState.Skipped));
    }

    private static bool IsOnTheWay(AttemptState state) => state switch
    {
        AttemptState.Planned or AttemptState.Claimed or AttemptState.HandingOver => true,
        AttemptState.Submitted or AttemptState.Accepted or AttemptState.Deferred or AttemptState.Refused or AttemptState.InDoubt or AttemptState.Skipped => false,
    };
}
