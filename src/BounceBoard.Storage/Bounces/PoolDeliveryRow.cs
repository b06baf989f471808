namespace BounceBoard.Storage.Bounces;

/// <summary>What became of mail to one domain from one pool.</summary>
public sealed class PoolDeliveryRow
{
    /// <summary>Empty when the pool is not known.</summary>
    public required string Pool { get; init; }

    public long Accepted { get; init; }

    public long Deferred { get; init; }

    public long Refused { get; init; }
}
