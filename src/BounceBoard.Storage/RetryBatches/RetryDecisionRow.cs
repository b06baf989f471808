using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What a person, or the clock, decided about a batch.</summary>
public sealed record RetryDecisionRow
{
    public required long Id { get; init; }

    public required long BatchId { get; init; }

    public required int Stage { get; init; }

    public required RetryBatchEvent Event { get; init; }

    public required RetryBatchState FromState { get; init; }

    public required RetryBatchState ToState { get; init; }

    public required string PlanHash { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public long? DecidedById { get; init; }

    public required string DecidedBy { get; init; }

    public required string Comment { get; init; }
}
