namespace BounceBoard.Web.Components;

/// <summary>One value of a facet.</summary>
/// <param name="Href">Address of the page with this value chosen, or without it when it is chosen; null when it cannot be chosen.</param>
/// <param name="Failing">Refusals or incidents of this value.</param>
/// <param name="Delivered">Deliveries of this value; null where they are not known.</param>
public sealed record FacetValue(string Label, string? Href, bool Chosen, long Failing, long? Delivered = null);
