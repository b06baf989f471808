namespace BounceBoard.Storage.RetryBatches;

/// <summary>Whose turn a destination is.</summary>
public sealed record RetryTurnRow
{
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Nobody sends before.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Troubles with the server in a row.</summary>
    public required int Failures { get; init; }

    /// <summary>What it said last.</summary>
    public string? Said { get; init; }
}
