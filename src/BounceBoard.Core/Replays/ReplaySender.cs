using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>One tenant's events, each judged by what DNS and the routes said at its time.</summary>
internal sealed class ReplaySender
{
    private readonly ReplayTenant _tenant;
    private readonly ReplayDns _dns;
    private readonly List<(DateTimeOffset KnownAt, JudgedRefusal Judged)> _refusals;
    private readonly List<(DateTimeOffset KnownAt, ScopedDelivery Delivery)> _deliveries;
    private readonly Dictionary<string, string> _submitted = new(StringComparer.Ordinal);

    public ReplaySender(ReplayTenant tenant, ReplayScenario scenario, ReplayDns dns)
    {
        (_tenant, _dns) = (tenant, dns);
        var own = scenario.Refusals.Where(row => row.Tenant == tenant.Slug)
            .OrderBy(row => row.Refusal.At).ThenBy(row => row.Submitted, StringComparer.Ordinal).ToList();
        foreach (var row in own)
        {
            _submitted.TryAdd(row.Refusal.Person, row.Submitted);
        }
        _refusals = [.. own.Select(row => (row.KnownAt, Judge(WithPool(row.Refusal))))];
        FirstCandidateAt = _refusals.Where(row => IsCandidate(row.Judged)).Select(row => (DateTimeOffset?)row.KnownAt).Min();
        _deliveries = [.. scenario.Deliveries.Where(row => row.Tenant == tenant.Slug).Select(row => (row.KnownAt, Place(row.Delivery)))];
    }

    public string Slug => _tenant.Slug;

    /// <summary>The address as first submitted.</summary>
    public string Submitted(string person) => _submitted[person];

    /// <summary>What had arrived by then.</summary>
    public SenderEvidence KnownAt(DateTimeOffset now) => new(
        [.. _refusals.Where(row => row.KnownAt <= now && row.Judged.Refusal.At <= now).Select(row => row.Judged)],
        [.. _deliveries.Where(row => row.KnownAt <= now && row.Delivery.Delivery.At <= now).Select(row => row.Delivery)]);

    /// <summary>The endpoint against DNS and routes as known at a time.</summary>
    public EndpointComparison Compare(KnownRefusal refusal, DateTimeOffset at) => EndpointComparer.Compare(
        refusal.Endpoint, refusal.Domain, _dns.Mx(refusal.Domain, at), _dns.Reverse(refusal.Endpoint.Ip, at), _tenant.NetworkAt(at), at);

    /// <summary>When the first refusal arrived that could ever count against its address; null when none did.</summary>
    public DateTimeOffset? FirstCandidateAt { get; }

    /// <summary>A refusal of a kind that can count against its address.</summary>
    public static bool IsCandidate(JudgedRefusal judged) => judged.Refusal is { Verified: true, Permanent: true }
        && (judged.Refusal.IsControlledRetry || judged.Refusal.Family is RefusalFamily.Mailbox || judged.Refusal.Status?.EndsWith(".4.1", StringComparison.Ordinal) == true);

    private KnownRefusal WithPool(KnownRefusal refusal) => refusal.Pool is null ? refusal with { Pool = _tenant.PoolOf(refusal.SendingIp) } : refusal;

    private JudgedRefusal Judge(KnownRefusal refusal)
    {
        // The routes of the event's time: a line that was removed later was there when the mail went out.
        var comparison = Compare(refusal, refusal.At);
        var isObserved = comparison.Resolvers.Any(finding => finding.Observation is not null);
        return new JudgedRefusal(refusal, isObserved ? comparison : null, IncidentGrouping.Of(refusal.Family, refusal.Domain.Value, comparison, refusal.Endpoint));
    }

    private ScopedDelivery Place(KnownDelivery delivery)
    {
        var endpoint = new RemoteEndpoint(null, delivery.RemoteIp);
        var comparison = EndpointComparer.Compare(
            endpoint, delivery.Domain, _dns.Mx(delivery.Domain, delivery.At), [], _tenant.NetworkAt(delivery.At), delivery.At);
        return new ScopedDelivery(delivery, comparison.Relation == EndpointRelation.OwnRelay
            ? ScopeKey.Of(IncidentGrouping.Of(RefusalFamily.Other, delivery.Domain.Value, comparison, endpoint))
            : IncidentGrouping.Receiver(delivery.Domain.Value, comparison));
    }
}
