namespace BounceBoard.Benchmarks.Growth;

/// <summary>A tenant of a seeded installation.</summary>
/// <param name="Number">From 1, which is the largest; also its id.</param>
internal sealed record SeedTenant(int Number, int Refusals, IReadOnlyList<SeedIncident> Incidents);
