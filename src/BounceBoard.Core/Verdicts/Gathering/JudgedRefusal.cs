using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>A refusal with what DNS and the routes said at its time.</summary>
/// <param name="Then">The endpoint compared at the time of the refusal; null when DNS had not been observed by then.</param>
/// <param name="Fingerprint">The incident it belongs to.</param>
public sealed record JudgedRefusal(KnownRefusal Refusal, EndpointComparison? Then, IncidentFingerprint Fingerprint)
{
    /// <summary>The endpoint compared at the first look at DNS, where that came after the refusal; null otherwise.</summary>
    public EndpointComparison? First { get; init; }

    /// <summary>
    /// A server that should be handling the domain answered, or one that the evidence does not name: such refusals can be the receiver's outage.
    /// </summary>
    public bool IsOfReceiver => Then?.Relation is null or EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating
        or EndpointRelation.ImplicitMx or EndpointRelation.Unknown;

    /// <summary>Only a failure over such a route counts against an address.</summary>
    public bool WasClean => Then is { Relation: EndpointRelation.CurrentMx, ResolversAgree: true, AnyUnknown: false };

    /// <summary>Pool, relation and MX set: a change of one of them between two failures starts the count again.</summary>
    public string Route { get; } = string.Join('|', [Refusal.Pool ?? "", KebabName.Of(Then?.Relation ?? EndpointRelation.Unknown), .. MxSet(Then)]);

    private static IEnumerable<string> MxSet(EndpointComparison? then) => (then?.Resolvers ?? [])
        .SelectMany(finding => finding.Observation?.Answer.Hosts ?? []).Select(host => host.Name.Value).Distinct().Order(StringComparer.Ordinal);
}
