using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Routes;

namespace BounceBoard.Operations.MxObservations;

/// <summary>An endpoint with everything that was observed of its domain, ready to be compared at any time.</summary>
internal sealed record ObservedEndpoint(
    RemoteEndpoint Endpoint, DomainName Domain, IReadOnlyList<MxObservation> Mx, IReadOnlyList<RecordObservation> Ptr, SenderNetwork Network)
{
    /// <summary>Only what had been observed by then: a resolver that was asked later is none that gave no answer.</summary>
    public ObservedEndpoint KnownAt(DateTimeOffset at) => this with { Mx = [.. Mx.Where(observation => observation.From <= at)] };

    public EndpointComparison CompareAt(DateTimeOffset at) => EndpointComparer.Compare(Endpoint, Domain, Mx, Ptr, Network, at);

    /// <summary>The comparison as it would have been; null when DNS was not observed at or before that time.</summary>
    public EndpointComparison? CompareThen(DateTimeOffset at) => Mx.Any(observation => observation.From <= at) ? CompareAt(at) : null;

    /// <summary>The comparison at the first look, where that came after the time; null when DNS was observed before, or never.</summary>
    public EndpointComparison? CompareFirstAfter(DateTimeOffset at) =>
        Mx.Count == 0 || Mx.Any(observation => observation.From <= at) ? null : CompareAt(Mx.Min(observation => observation.From));
}
