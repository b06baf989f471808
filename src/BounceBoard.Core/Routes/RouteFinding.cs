namespace BounceBoard.Core.Routes;

/// <summary>A line of a route table that live DNS contradicts.</summary>
/// <param name="How">One sentence that names the line's host and what DNS says instead.</param>
public sealed record RouteFinding(OutboundRoute Route, string Domain, RouteFindingKind Kind, string How);
