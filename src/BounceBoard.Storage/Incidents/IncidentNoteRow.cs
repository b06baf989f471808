namespace BounceBoard.Storage.Incidents;

/// <summary>What a person wrote down about an incident; plain text, never changed.</summary>
public sealed class IncidentNoteRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string Author { get; init; }

    public required string Text { get; init; }
}
