namespace BounceBoard.Storage.Incidents;

/// <summary>Accepted messages to the domains of an incident that went the same way.</summary>
public sealed class ScopeWayRow
{
    public required string RecipientDomain { get; init; }

    /// <summary>Empty when not known; so is <see cref="Pool"/>.</summary>
    public required string RemoteIp { get; init; }

    public required string Pool { get; init; }

    public required bool UpperCase { get; init; }

    public required long Messages { get; init; }
}
