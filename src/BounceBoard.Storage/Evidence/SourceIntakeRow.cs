namespace BounceBoard.Storage.Evidence;

/// <summary>Intake of one source, and when it last gave something.</summary>
public sealed class SourceIntakeRow
{
    public required long SourceId { get; init; }

    public required string Name { get; init; }

    public long Received { get; init; }

    public long Stored { get; init; }

    public long Duplicates { get; init; }

    public long Quarantined { get; init; }

    /// <summary>Null when the source never gave anything.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
