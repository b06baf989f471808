namespace BounceBoard.Storage.Replays;

/// <summary>What of an incident's counts was not known yet at a time in the past.</summary>
public sealed class LaterRefusals
{
    /// <summary>Refusals taken in after that time.</summary>
    public required long Refusals { get; init; }

    /// <summary>People of whom nothing at all was known by then.</summary>
    public required long People { get; init; }
}
