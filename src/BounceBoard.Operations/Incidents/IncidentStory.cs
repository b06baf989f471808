using BounceBoard.Core.Incidents.Facets;
using BounceBoard.Core.Incidents.Spikes;

namespace BounceBoard.Operations.Incidents;

/// <summary>How an incident went, for its page.</summary>
/// <param name="Hours">Every hour of the shown time, oldest first, without gaps.</param>
/// <param name="Facets">What its refusals share, beside the deliveries of the same hours.</param>
public sealed record IncidentStory(IReadOnlyList<HourCount> Hours, IReadOnlyList<FacetCounts> Facets);
