using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Attempts of one stage in one state.</summary>
public sealed record RetryTally
{
    public required long BatchId { get; init; }

    public required int Stage { get; init; }

    public required AttemptState State { get; init; }

    public required int People { get; init; }
}
