using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Wordings;

/// <summary>A rule of one tenant: what a wording means there.</summary>
public sealed record WordingRuleRow
{
    public required long Id { get; init; }

    /// <summary>See <see cref="Core.Wordings.RulePattern"/>.</summary>
    public required string Pattern { get; init; }

    public int? ReplyCode { get; init; }

    public string? Status { get; init; }

    public string? Domain { get; init; }

    public required BounceCategory Category { get; init; }

    /// <summary>Why, in the tenant's words; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>When it was switched off; null while it is asked.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of who made it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
