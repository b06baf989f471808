using BounceBoard.Core.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>What the parser made of one piece of evidence.</summary>
/// <param name="State">Received when it failed and will be tried again.</param>
/// <param name="Remark">Why it is quarantined, or why it holds no bounce; null when there is nothing to say.</param>
public sealed record ParsedEvidence(long EvidenceId, EvidenceState State, int Reports, string? Remark);
