using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>What an application of a rule reads and writes inside its transaction.</summary>
public sealed record RuleTables(WordingRuleWriter Rules, RejudgementWriter Refusals);
