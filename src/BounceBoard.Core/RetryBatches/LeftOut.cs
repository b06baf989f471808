namespace BounceBoard.Core.RetryBatches;

/// <summary>Why people of an incident are not in the cohort, and how many.</summary>
/// <param name="Reason">In words: <c>suppressed</c>, <c>complained</c>, <c>tried 3 times in 7 days</c>.</param>
public sealed record LeftOut(string Reason, int People);
