namespace BounceBoard.Storage.MxObservations;

/// <summary>An interval as it stands in either table of observations.</summary>
internal sealed class ObservationRow
{
    public required long Id { get; init; }

    /// <summary>What was asked for, where one answer tells of several names.</summary>
    public string Name { get; init; } = "";

    public required string Resolver { get; init; }

    public required DateTimeOffset FromAt { get; init; }

    public required DateTimeOffset SeenUntil { get; init; }

    public required string State { get; init; }

    public required string Answer { get; init; }

    public long? Ttl { get; init; }
}
