using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Endpoints;

/// <summary>What one resolver's answers say of the endpoint, and how that was found.</summary>
/// <param name="How">One sentence: "198.51.100.7 is an address of mx1.example.net, preference 10".</param>
/// <param name="Observation">The answer that was compared; null when this resolver was never asked.</param>
public sealed record ResolverFinding(string Resolver, EndpointRelation Relation, string How, MxObservation? Observation)
{
    /// <summary>The earlier answer that still held the endpoint, for <see cref="EndpointRelation.FormerMx"/>.</summary>
    public MxObservation? Former { get; init; }
}
