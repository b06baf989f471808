using BounceBoard.Core.Incidents.Facets;
using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>What the hours of an incident's scope tell at one time.</summary>
/// <param name="Own">The incident's latest spike; null when it has none.</param>
/// <param name="Explanation">What separates failing from delivered; null when nothing does.</param>
/// <param name="OtherSenders">Other tenants with a spike at the scope in the same hours; 0 when too few to be told of.</param>
internal sealed record ScopePicture(Spike? Own, FacetExplanation? Explanation, long OtherSenders)
{
    public IncidentSpikeRow ToRow() => new(
        Own?.Since, Own?.StoppedAt, Own?.Expected, Own?.Failed, Own?.Attempts, Own?.How, Explanation?.Facet, Explanation?.Sentence, OtherSenders);
}
