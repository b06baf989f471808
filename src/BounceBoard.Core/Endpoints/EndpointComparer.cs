using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Routes;

namespace BounceBoard.Core.Endpoints;

/// <summary>Whose server refused? Compares the endpoint with configured routes and with every resolver's answer, now and earlier.</summary>
public static class EndpointComparer
{
    /// <summary>The endpoint against the domain's MX as known at one time.</summary>
    /// <param name="observations">All intervals of the domain from all resolvers; those that began after <paramref name="at"/> are not looked at.</param>
    /// <param name="ptr">PTR of the endpoint's address and A/AAAA of the names it gives.</param>
    public static EndpointComparison Compare(
        RemoteEndpoint endpoint, DomainName domain, IReadOnlyList<MxObservation> observations, IReadOnlyList<RecordObservation> ptr,
        SenderNetwork network, DateTimeOffset at)
    {
        var server = RefusingServer.Of(endpoint, ptr, at);
        var configured = ConfiguredRoutes.Find(server, domain, network);
        var history = MxHistory.At(observations, at);
        var view = new ResolverView(server, domain, history, configured);
        var findings = history.Resolvers.Select(view.Judge).ToList();
        return ResolverVote.Count(server, domain, findings, configured);
    }
}
