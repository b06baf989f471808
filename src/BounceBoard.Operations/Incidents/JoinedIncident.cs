namespace BounceBoard.Operations.Incidents;

/// <summary>Where a refusal belongs.</summary>
/// <param name="Id">The incident that counts it.</param>
/// <param name="GroupedId">The incident of its own fingerprint, when that is merged into <paramref name="Id"/>; else null.</param>
internal sealed record JoinedIncident(long Id, long? GroupedId);
