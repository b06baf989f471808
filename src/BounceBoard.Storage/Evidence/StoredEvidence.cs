using BounceBoard.Core.Evidence;

namespace BounceBoard.Storage.Evidence;

/// <summary>What the intake did with an item.</summary>
/// <param name="EvidenceId">The new row, or for a duplicate the row that holds the same bytes already.</param>
/// <param name="IsNew">False when this very item stood there already: its first commit had arrived and only the answer was lost.</param>
public sealed record StoredEvidence(long EvidenceId, IntakeOutcome Outcome, bool IsNew = true);
