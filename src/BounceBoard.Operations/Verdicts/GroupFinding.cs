using BounceBoard.Core.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>What the rules say of one group.</summary>
/// <param name="Known">What they looked at.</param>
internal sealed record GroupFinding(RefusalGroup Group, RefusalFacts Facts, Finding Finding, KnownIncident Known);
