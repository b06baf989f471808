namespace BounceBoard.Core.Bounces;

/// <summary>A tenant's own rule gave the category.</summary>
/// <param name="Told">What the category was without it: given back when the rule is taken back.</param>
public sealed record RuledCategory(long RuleId, BounceCategory Told);
