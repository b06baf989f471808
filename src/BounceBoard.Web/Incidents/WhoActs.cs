using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>Whose server it was, and so who can mend it; in one sentence for people outside.</summary>
internal static class WhoActs
{
    public static string Of(EndpointView view, Cause? cause) =>
        Of(view.Now.Relation, cause, view.Domain, view.Refusal.RemoteMta ?? view.Refusal.RemoteIp?.ToString() ?? "an unnamed server");

    private static string Of(EndpointRelation relation, Cause? cause, string domain, string server) => relation switch
    {
        EndpointRelation.OwnRelay => $"the sender's own mail administrator: {server} is the sender's relay",
        EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating or EndpointRelation.ImplicitMx => cause == Cause.BadAddress
            ? "the sender, by removing the address"
            : $"the postmaster of {domain}: {server} is the server that receives its mail",
        EndpointRelation.FormerMx => $"the sender's mail administrator: {server} was an MX of {domain} and is not any more",
        EndpointRelation.Pinned => $"the sender's mail administrator: a configured route sends mail for {domain} to {server}",
        EndpointRelation.Foreign => $"the sender's mail administrator: {server} does not receive mail for {domain}",
        EndpointRelation.NoMx or EndpointRelation.NullMx or EndpointRelation.NoDomain => $"the sender, or the owner of {domain}: the domain accepts no mail",
        EndpointRelation.Unknown => "unknown: the evidence names no refusing server",
    };
}
