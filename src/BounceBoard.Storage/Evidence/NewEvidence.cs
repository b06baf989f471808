using BounceBoard.Core.Evidence;

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
    DateTimeOffset? LeaseUntil = null);
