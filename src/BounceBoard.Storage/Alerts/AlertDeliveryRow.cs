using BounceBoard.Core.Alerts;

namespace BounceBoard.Storage.Alerts;

/// <summary>One alert on its way to one destination.</summary>
public sealed class AlertDeliveryRow
{
    public required long AlertId { get; init; }

    /// <summary>0: the installation's own.</summary>
    public required long DestinationId { get; init; }

    public required AlertDeliveryState State { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public required long Attempts { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? Answer { get; init; }
}
