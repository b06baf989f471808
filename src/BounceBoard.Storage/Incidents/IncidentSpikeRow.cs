namespace BounceBoard.Storage.Incidents;

/// <summary>What the rules found of an incident's spike; nulls where there is none.</summary>
/// <param name="SinceAt">Event time; the other columns as in <see cref="IncidentRow"/>.</param>
public sealed record IncidentSpikeRow(
    DateTimeOffset? SinceAt, DateTimeOffset? StoppedAt, double? Expected, long? Actual, long? Attempts, string? SpikeText, string? ExplainedBy,
    string? Explanation, long OtherSenders);
