using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Issues;

namespace BounceBoard.Storage.Domains;

/// <summary>A check of a domain that warned or failed, and what people said to it.</summary>
public sealed record DomainIssueRow
{
    public required long DomainId { get; init; }

    /// <summary>See <see cref="HealthCheck.Key"/>.</summary>
    public required string Key { get; init; }

    public required string CheckId { get; init; }

    public required string Subject { get; init; }

    public required IssueState State { get; init; }

    /// <summary>Warn or Fail.</summary>
    public required CheckState Severity { get; init; }

    /// <summary>Points of the score, in tenths.</summary>
    public required long LostTenths { get; init; }

    public double LostPoints => LostTenths / 10.0;

    public required string Title { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When it came up, or came back after it had been fixed.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset? FixedAt { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public string Note { get; init; } = "";

    /// <summary>Who snoozed, accepted or reopened it last; empty: nobody yet.</summary>
    public string ChangedBy { get; init; } = "";
}
