namespace BounceBoard.Storage.Incidents;

/// <summary>Refusals of one incident in one hour.</summary>
public sealed class ScopeHourRow
{
    public required long IncidentId { get; init; }

    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required long Refusals { get; init; }

    /// <summary>People refused in the hour and not in the 24 hours before.</summary>
    public required long People { get; init; }
}
