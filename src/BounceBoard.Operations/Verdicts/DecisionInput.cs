using BounceBoard.Core.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>The facts of one group and how many people they speak for.</summary>
internal sealed record DecisionInput(RefusalGroup Group, RefusalFacts Facts);
