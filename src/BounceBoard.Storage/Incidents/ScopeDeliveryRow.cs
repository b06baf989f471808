namespace BounceBoard.Storage.Incidents;

/// <summary>Accepted messages to the domains of an incident in one hour.</summary>
public sealed class ScopeDeliveryRow
{
    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required long Messages { get; init; }
}
