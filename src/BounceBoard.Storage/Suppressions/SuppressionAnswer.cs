using BounceBoard.Core.Suppressions;

namespace BounceBoard.Storage.Suppressions;

/// <summary>What a sender needs to know before it sends: as few columns as answer that.</summary>
public sealed class SuppressionAnswer
{
    public required string Address { get; init; }

    public required SuppressionState State { get; init; }

    public required SuppressionReason Reason { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset? ReviewAt { get; init; }

    /// <summary>Number of the incident it came from; null for none.</summary>
    public required long? Incident { get; init; }

    /// <summary>Of the last change: where a reader of changes goes on.</summary>
    public required long Id { get; init; }
}
