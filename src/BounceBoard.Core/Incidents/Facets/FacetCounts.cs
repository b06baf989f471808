namespace BounceBoard.Core.Incidents.Facets;

/// <summary>A facet with its values, most failing first.</summary>
/// <param name="Name">One of <see cref="FacetNames"/>.</param>
/// <param name="People">People refused, whatever their values; who was refused under two values is one.</param>
public sealed record FacetCounts(string Name, long People, IReadOnlyList<FacetCount> Values);
