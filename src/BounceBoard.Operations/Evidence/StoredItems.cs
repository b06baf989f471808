using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>A committed batch: the receipt of its items, and those that wait for the parser.</summary>
internal sealed record StoredItems(IReadOnlyList<IntakeItem> Items, IReadOnlyList<DueEvidenceRow> Due);
