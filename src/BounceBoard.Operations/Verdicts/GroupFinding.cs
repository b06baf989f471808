using BounceBoard.Core.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>What the rules say of one group.</summary>
internal sealed record GroupFinding(RefusalGroup Group, RefusalFacts Facts, Finding Finding);
