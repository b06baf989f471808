using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Web.Incidents;

/// <summary>The refusal that stands for an incident, its server against the MX of the recipient's domain, and what was observed of that domain.</summary>
/// <param name="Refusal">The latest of the largest group that failed the same way; as stored, not masked.</param>
/// <param name="Now">The comparison with the answers in force.</param>
/// <param name="Then">The comparison at the time of the refusal; null when DNS was not observed then.</param>
/// <param name="Observations">Every kept interval of the domain, for the timeline.</param>
public sealed record EndpointView(
    RefusalRow Refusal, EndpointComparison Now, EndpointComparison? Then, IReadOnlyList<MxObservation> Observations)
{
    public string Domain => Refusal.RecipientDomain;

    public RemoteEndpoint Endpoint => RemoteEndpoint.Of(Refusal.RemoteMta, Refusal.RemoteIp, Refusal.Side);

    /// <summary>When DNS was last asked for this domain; null when never.</summary>
    public DateTimeOffset? AskedAt => Observations.Count == 0 ? null : Observations.Max(observation => observation.SeenUntil);
}
