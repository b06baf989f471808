using BounceBoard.Core.Suppressions;

namespace BounceBoard.Storage.Suppressions;

/// <summary>Which entries a list shows; null means all.</summary>
public sealed record SuppressionFilter
{
    public static SuppressionFilter All { get; } = new();

    public SuppressionState? State { get; init; }

    public SuppressionReason? Reason { get; init; }

    public SuppressionSource? Source { get; init; }

    /// <summary>Entries that this incident led to.</summary>
    public long? IncidentId { get; init; }

    /// <summary>Entries added inside the window of this incident and not looked at since.</summary>
    public long? WindowId { get; init; }

    /// <summary>Held entries whose review date is not later than this.</summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>Part of the address.</summary>
    public string? Text { get; init; }
}
