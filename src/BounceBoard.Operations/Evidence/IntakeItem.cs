using BounceBoard.Core.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>What became of one item of an upload.</summary>
/// <param name="EvidenceId">The stored row; for a duplicate the row that held the same bytes already.</param>
/// <param name="Reason">Why it is quarantined or holds no bounce; null when there is nothing to say.</param>
/// <param name="Bounces">Bounces, delays and deliveries read from it; 0 for a duplicate.</param>
public sealed record IntakeItem(string Name, IntakeOutcome Outcome, long EvidenceId, string? Reason, int Bounces);
