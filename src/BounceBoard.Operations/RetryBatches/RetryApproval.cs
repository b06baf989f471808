namespace BounceBoard.Operations.RetryBatches;

/// <summary>What an approver saw and typed.</summary>
/// <param name="PlanHash">Of the plan that was on the screen; another one is not approved.</param>
/// <param name="Stage">The stage that was on the screen; 1 and up.</param>
/// <param name="TypedCount">Recipients of the stage, as typed by hand.</param>
public sealed record RetryApproval(string PlanHash, int Stage, int TypedCount, string Comment);
