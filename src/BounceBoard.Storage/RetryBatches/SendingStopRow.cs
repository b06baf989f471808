using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Sending is stopped.</summary>
public sealed record SendingStopRow
{
    /// <summary>0 for the whole installation.</summary>
    public required TenantId TenantId { get; init; }

    public required DateTimeOffset StoppedAt { get; init; }

    public required string StoppedBy { get; init; }

    public required string Reason { get; init; }
}
