using BounceBoard.Core.Evidence;

namespace BounceBoard.Storage.Evidence;

/// <summary>One piece of evidence without its bytes.</summary>
public sealed class EvidenceRow
{
    public required long Id { get; init; }

    /// <summary>SHA-256 of the raw bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required long SourceId { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required EvidenceState State { get; init; }

    /// <summary>Why it is quarantined, or why it holds no bounce; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    public required string Name { get; init; }

    /// <summary>Raw size, bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Chunks of one log share it and are parsed in order of <see cref="Ordinal"/>.</summary>
    public string? Stream { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>Its source vouches for it.</summary>
    public required bool Verified { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the newest of its events happened; null when none says, or it is not read yet.</summary>
    public DateTimeOffset? NewestEventAt { get; init; }

    public DateTimeOffset? ParsedAt { get; init; }

    /// <summary>Version of the parser that read it.</summary>
    public string? Parser { get; init; }

    /// <summary>Bounces, delays and deliveries that were read from it.</summary>
    public required int Reports { get; init; }

    /// <summary>How often parsing was begun.</summary>
    public required int Attempts { get; init; }
}
