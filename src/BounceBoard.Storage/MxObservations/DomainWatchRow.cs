namespace BounceBoard.Storage.MxObservations;

/// <summary>A domain whose DNS is asked again and again.</summary>
public sealed class DomainWatchRow
{
    /// <summary>Lower-case A-labels.</summary>
    public required string Domain { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Somebody is asking until then; in the past when nobody is.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Looks in a row that brought no usable answer.</summary>
    public required long Failures { get; init; }

    /// <summary>The latest look; null before the first.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
