using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts;

/// <summary>A refusal that one server passed on for another: two servers, two possible administrators.</summary>
/// <param name="Outer">The one nearest to us.</param>
/// <param name="Inner">The one that said no first: its administrator must act.</param>
/// <param name="EndpointIsInner">The reporting system spoke with the inner one: a gateway took the message and reported later.</param>
/// <param name="Other">How the server that is not the endpoint stands to the recipient's domain.</param>
public sealed record PassedOn(RefusalHop Outer, RefusalHop Inner, bool EndpointIsInner, EndpointRelation Other)
{
    /// <summary>Which server to compare beside the endpoint; null when the report names one server only.</summary>
    public static RemoteEndpoint? OtherThan(RemoteEndpoint endpoint, IReadOnlyList<RefusalHop> hops) => hops.Count < 2
        ? null
        : IsInner(endpoint, hops) ? new RemoteEndpoint(hops[0].Mta, hops[0].Ip) : new RemoteEndpoint(hops[^1].Mta, hops[^1].Ip);

    /// <param name="other">Relation of the server that <see cref="OtherThan"/> named.</param>
    /// <returns>Null when the report names one server only.</returns>
    public static PassedOn? Of(RemoteEndpoint endpoint, IReadOnlyList<RefusalHop> hops, EndpointRelation other) =>
        hops.Count < 2 ? null : new PassedOn(hops[0], hops[^1], IsInner(endpoint, hops), other);

    private static bool IsInner(RemoteEndpoint endpoint, IReadOnlyList<RefusalHop> hops) =>
        !hops[0].Is(endpoint.Name, endpoint.Ip) && hops[^1].Is(endpoint.Name, endpoint.Ip);
}
