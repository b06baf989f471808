namespace BounceBoard.Core.Incidents.Facets;

/// <summary>One value of a facet.</summary>
/// <param name="Value">Empty where the evidence does not say.</param>
/// <param name="Failing">People refused, each once however often and however spelled.</param>
/// <param name="Delivered">Messages accepted in the same hours; null where they are not counted by this facet.</param>
public sealed record FacetCount(string Value, long Failing, long? Delivered);
