namespace BounceBoard.Operations.Wordings;

/// <summary>What a rule that is being written would match among the newest refusals.</summary>
/// <param name="Problem">Why it is no rule yet; null when it is.</param>
/// <param name="Looked">Refusals that were looked at.</param>
/// <param name="Matched">Of these, those whose reply it matches.</param>
/// <param name="Examples">Replies of the first few, as they came: they may name people.</param>
public sealed record RulePreview(string? Problem, int Looked, int Matched, IReadOnlyList<string> Examples);
