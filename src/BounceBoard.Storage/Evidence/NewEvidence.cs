using BounceBoard.Core.Evidence;

namespace BounceBoard.Storage.Evidence;

/// <summary>An item that was received and is about to be stored.</summary>
/// <param name="Quarantine">Why it is kept but not read; null when it will be parsed.</param>
public sealed record NewEvidence(
    long SourceId,
    string Name,
    EvidenceKind Kind,
    PackedContent Content,
    string? Stream,
    int Ordinal,
    bool Verified,
    DateTimeOffset ReceivedAt,
    string? Quarantine);
