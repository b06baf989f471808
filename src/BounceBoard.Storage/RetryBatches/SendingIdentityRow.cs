namespace BounceBoard.Storage.RetryBatches;

/// <summary>Which database this is, as it says itself.</summary>
public sealed record SendingIdentityRow
{
    public required string Identity { get; init; }

    /// <summary>Set in a copy that a backup made.</summary>
    public DateTimeOffset? CopiedAt { get; init; }
}
