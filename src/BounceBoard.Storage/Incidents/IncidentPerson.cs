namespace BounceBoard.Storage.Incidents;

/// <summary>One person (recipient key) of an incident.</summary>
public sealed class IncidentPerson
{
    public required string RecipientKey { get; init; }

    public required long Refusals { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}
