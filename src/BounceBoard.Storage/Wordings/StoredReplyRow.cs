using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Wordings;

/// <summary>What of a stored refusal a rule looks at.</summary>
public sealed class StoredReplyRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public string? ReplyText { get; init; }

    public int? ReplyCode { get; init; }

    public string? Status { get; init; }

    public string? RemoteMta { get; init; }

    public required string RecipientDomain { get; init; }

    public required BounceCategory Category { get; init; }

    public long? RuleId { get; init; }

    /// <summary>What the category was without the rule; null without one.</summary>
    public BounceCategory? ToldCategory { get; init; }
}
