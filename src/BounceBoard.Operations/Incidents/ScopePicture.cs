using BounceBoard.Core.Incidents.Facets;
using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>What the hours of an incident's scope tell at one time.</summary>
/// <param name="Own">The incident's latest spike; null when it has none.</param>
/// <param name="AtScope">Spikes of every family at the scope: an outage may use any words.</param>
/// <param name="Explanation">What separates failing from delivered; null when nothing does.</param>
/// <param name="OtherSenders">Other tenants with a spike at the scope in the same hours; 0 when too few to be told of.</param>
internal sealed record ScopePicture(Spike? Own, IReadOnlyList<Spike> AtScope, FacetExplanation? Explanation, long OtherSenders)
{
    /// <summary>The incident's spike when a refusal of this time lies in it: what failed before or after is no part of it.</summary>
    public Spike? SpikeAt(DateTimeOffset at) => Own is { } spike && at >= spike.Since && (spike.StoppedAt is not { } end || at < end) ? spike : null;

    /// <summary>A spike was open at the scope within the grace period around a time.</summary>
    public bool IsOpenAround(DateTimeOffset at, TimeSpan grace) =>
        AtScope.Any(spike => at >= spike.Since - grace && (spike.StoppedAt is not { } end || at <= end + grace));

    public IncidentSpikeRow ToRow() => new(
        Own?.Since, Own?.StoppedAt, Own?.Expected, Own?.Failed, Own?.Attempts, Own?.How, Explanation?.Facet, Explanation?.Sentence, OtherSenders);
}
