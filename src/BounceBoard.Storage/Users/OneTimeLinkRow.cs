namespace BounceBoard.Storage.Users;

/// <summary>A link that works once; the token itself is known only to who received it.</summary>
public sealed class OneTimeLinkRow
{
    /// <summary>SHA-256 of the token, hex.</summary>
    public required string TokenHash { get; init; }

    public required OneTimeLinkPurpose Purpose { get; init; }

    /// <summary>Whose password it sets; null for <see cref="OneTimeLinkPurpose.Setup"/>.</summary>
    public required long? UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? UsedAt { get; init; }
}
