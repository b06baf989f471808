namespace BounceBoard.Storage.Incidents;

/// <summary>Accepted messages to a domain that went the same way in one hour.</summary>
public sealed class WayHourRow
{
    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required string RecipientDomain { get; init; }

    /// <summary>Empty when not known; so is <see cref="Pool"/>.</summary>
    public required string RemoteIp { get; init; }

    public required string Pool { get; init; }

    public required bool UpperCase { get; init; }

    public required long Messages { get; init; }
}
