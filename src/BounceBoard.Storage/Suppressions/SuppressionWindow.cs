namespace BounceBoard.Storage.Suppressions;

/// <summary>An incident in whose window addresses were suppressed that may be good.</summary>
public sealed class SuppressionWindow
{
    public required long IncidentId { get; init; }

    /// <summary>The incident's number.</summary>
    public required long Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Held entries that nobody has looked at since.</summary>
    public required long Entries { get; init; }
}
