namespace BounceBoard.Core.RetryBatches;

/// <summary>What the outcomes of a stage say, in words that stand in the batch's story.</summary>
public sealed record StageJudgement(StageDecision Decision, string Words)
{
    /// <param name="stage">The stage that is sent or observed; 1 and up.</param>
    /// <param name="tallies">Of this stage and all before it.</param>
    public static StageJudgement Of(RetryPlan plan, int stage, IReadOnlyList<StageTally> tallies) => throw new NotSupportedException();
}
