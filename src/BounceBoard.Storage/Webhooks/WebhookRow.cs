using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;

namespace BounceBoard.Storage.Webhooks;

/// <summary>What a source has that is posted to by a mail service.</summary>
public sealed class WebhookRow
{
    public required TenantId TenantId { get; init; }

    public required long SourceId { get; init; }

    public required WebhookProvider Provider { get; init; }

    /// <summary>SHA-256 of the address's secret part, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The secret part, encrypted.</summary>
    public required string TokenSealed { get; init; }

    /// <summary>What proves who posts, encrypted: signing key, verification key or password; null where none is needed or none was given yet.</summary>
    public required string? SecretSealed { get; init; }

    /// <summary>ARN of the SNS topic that may post; null before the first subscription, and for other services.</summary>
    public required string? Topic { get; init; }

    /// <summary>Posts that were stored.</summary>
    public long Accepted { get; init; }

    /// <summary>Posts without a good signature, or too old.</summary>
    public long Forged { get; init; }

    /// <summary>Posts that had been taken before.</summary>
    public long Replayed { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public DateTimeOffset? LastRefusedAt { get; init; }

    /// <summary>Why the last one was refused; null when nothing was, or when one was accepted since.</summary>
    public string? LastProblem { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
