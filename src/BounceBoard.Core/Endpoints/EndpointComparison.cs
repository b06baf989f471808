namespace BounceBoard.Core.Endpoints;

/// <summary>The endpoint against the MX, for all resolvers together.</summary>
/// <param name="Relation">The relation that the resolvers with an answer support; see <see cref="ResolversAgree"/>.</param>
/// <param name="How">One sentence for a person.</param>
/// <param name="ResolversAgree">False when resolvers that answered support different relations or publish different MX sets.</param>
/// <param name="AnyUnknown">True when a resolver gave no usable answer.</param>
/// <param name="PinnedBy">The route line that names this endpoint, for <see cref="EndpointRelation.Pinned"/>.</param>
public sealed record EndpointComparison(
    EndpointRelation Relation,
    string How,
    IReadOnlyList<ResolverFinding> Resolvers,
    bool ResolversAgree,
    bool AnyUnknown,
    string? PinnedBy);
