using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>One heading of the rail with what can be chosen below it.</summary>
public sealed record IncidentFacetGroup(string Title, IReadOnlyList<FacetValue> Values);
