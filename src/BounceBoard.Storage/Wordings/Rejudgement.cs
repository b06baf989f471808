using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Wordings;

/// <summary>What a stored refusal's category becomes.</summary>
/// <param name="RuleId">The rule that gives it; null when it goes back to what it was without one.</param>
/// <param name="Told">What it was without a rule; null without one.</param>
public sealed record Rejudgement(long RefusalId, BounceCategory Category, long? RuleId, BounceCategory? Told);
