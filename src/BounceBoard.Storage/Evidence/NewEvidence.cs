using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>An item that was received and is about to be stored.</summary>
/// <param name="Quarantine">Why it is kept but not read; null when it will be parsed.</param>
/// <param name="LeaseUntil">Claimed until then by whoever stores it and parses it at once; null leaves it to the next worker.</param>
public sealed record NewEvidence(
    long SourceId,
    string Name,
    EvidenceKind Kind,
    PackedContent Content,
    string? Stream,
    int Ordinal,
    bool Verified,
    DateTimeOffset ReceivedAt,
    string? Quarantine,
    DateTimeOffset? LeaseUntil = null)
{
    // Made before the transaction: whoever stores the same item again, because the first commit gave no answer, finds its own row.
    internal long Id { get; } = RowIds.Next(ReceivedAt);

    internal long LineId { get; } = RowIds.Next(ReceivedAt);
}
