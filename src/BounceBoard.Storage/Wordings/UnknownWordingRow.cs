using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Wordings;

/// <summary>An unknown wording of one tenant with its latest example.</summary>
public sealed class UnknownWordingRow
{
    public required long Id { get; init; }

    public required string Skeleton { get; init; }

    public required long Refusals { get; init; }

    /// <summary>Event times.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Of the example; it may have left since.</summary>
    public required long RefusalId { get; init; }

    public required long EvidenceId { get; init; }

    public int? ReplyCode { get; init; }

    public string? Status { get; init; }

    /// <summary>Name of the server that said it, or else the recipient's domain.</summary>
    public string? Host { get; init; }

    /// <summary>What the codes alone made of it.</summary>
    public required BounceCategory Category { get; init; }

    /// <summary>The rule that knows it by now; null while nothing does.</summary>
    public long? RuleId { get; init; }
}
