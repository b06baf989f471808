namespace BounceBoard.Storage.Incidents;

/// <summary>Refusals of one incident in one hour; hours without any have no row.</summary>
public sealed class HourlyRow
{
    public required long IncidentId { get; init; }

    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required long Refusals { get; init; }
}
