using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>What is known of one tenant's mail at a time, whatever it was read from.</summary>
public sealed class TenantEvidence
{
    private readonly ILookup<string, JudgedRefusal> _byPerson;
    private readonly ILookup<IncidentFingerprint, JudgedRefusal> _byIncident;
    private readonly ILookup<ScopeKey, JudgedRefusal> _byScope;
    private readonly ILookup<ScopeKey, KnownDelivery> _delivered;
    private readonly Dictionary<string, List<KnownDelivery>> _deliveredToDomain;
    private readonly Dictionary<IncidentFingerprint, IReadOnlyList<Episode>> _episodes = [];
    private readonly IReadOnlyDictionary<ScopeKey, IReadOnlyList<Outage>> _outages;

    /// <param name="refusals">In any order; the order decides nothing.</param>
    /// <param name="deliveries">Each with the scope that took it.</param>
    /// <param name="outages">As <see cref="Outages.Find"/> gives them.</param>
    public TenantEvidence(
        IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<ScopedDelivery> deliveries, IReadOnlyDictionary<ScopeKey, IReadOnlyList<Outage>> outages)
    {
        var sorted = RefusalOrder.Sort(refusals);
        (Refusals, Deliveries, _outages) = (sorted, [.. deliveries.OrderBy(row => row.Delivery.At)], outages);
        _byPerson = sorted.ToLookup(judged => judged.Refusal.Person, StringComparer.Ordinal);
        _byIncident = sorted.ToLookup(judged => judged.Fingerprint);
        _byScope = sorted.ToLookup(judged => ScopeKey.Of(judged.Fingerprint));
        _delivered = Deliveries.ToLookup(row => row.Scope, row => row.Delivery);
        _deliveredToDomain = Deliveries.Select(row => row.Delivery).GroupBy(row => row.Domain.Value, StringComparer.Ordinal)
            .ToDictionary(domain => domain.Key, domain => domain.ToList(), StringComparer.Ordinal);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<JudgedRefusal> Refusals { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ScopedDelivery> Deliveries { get; }

    /// <summary>Everybody who was refused, with all their refusals, oldest first.</summary>
    public IEnumerable<IGrouping<string, JudgedRefusal>> People => _byPerson.OrderBy(person => person.Key, StringComparer.Ordinal);

    /// <summary>Every incident with its refusals, oldest first.</summary>
    public IEnumerable<IGrouping<IncidentFingerprint, JudgedRefusal>> Incidents => _byIncident
        .OrderBy(incident => incident.Key.ScopeName, StringComparer.Ordinal).ThenBy(incident => incident.Key.Scope).ThenBy(incident => incident.Key.Family);

    public IEnumerable<JudgedRefusal> OfIncident(IncidentFingerprint fingerprint) => _byIncident[fingerprint];

    public IEnumerable<JudgedRefusal> AtScope(ScopeKey scope) => _byScope[scope];

    public IEnumerable<KnownDelivery> DeliveredAt(ScopeKey scope) => _delivered[scope];

    public IReadOnlyList<Outage> OutagesAt(ScopeKey scope) => _outages.GetValueOrDefault(scope, []);

    /// <summary>The outage that a refusal of the receiver lies in; null when it lies in none, or came from a server that is not the receiver's.</summary>
    public Outage? OutageOf(JudgedRefusal judged) => judged.IsOfReceiver
        ? OutagesAt(ScopeKey.Of(judged.Fingerprint)).LastOrDefault(outage => outage.Covers(judged.Refusal.At))
        : null;

    /// <summary>First and last hour in which deliveries of any domain were counted; null where <see cref="Deliveries"/> holds them all.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Counted { get; init; }

    /// <summary>True when any delivery of the tenant was counted then: only so does "none to this domain" say something.</summary>
    public bool KnowsDeliveries(DateTimeOffset from, DateTimeOffset until) => Counted is { } counted
        ? counted.First <= until && counted.Last >= ScopeHours.StartOf(from)
        : Deliveries.Any(row => row.Delivery.At >= from && row.Delivery.At <= until);

    /// <summary>The episode of its incident in which a refusal lies; one that nobody vouches for stands alone where others are vouched for.</summary>
    public Episode EpisodeOf(JudgedRefusal judged)
    {
        if (!_episodes.TryGetValue(judged.Fingerprint, out var all))
        {
            all = _episodes[judged.Fingerprint] = Episode.All(OfIncident(judged.Fingerprint));
        }
        return all.FirstOrDefault(episode => episode.Refusals[0].Refusal.Verified == judged.Refusal.Verified && judged.Refusal.At <= episode.LastAt) ?? new Episode([judged]);
    }

    /// <summary>Rows after <paramref name="from"/> up to and with <paramref name="until"/>.</summary>
    /// <param name="rows">Oldest first.</param>
    public static IEnumerable<KnownDelivery> Between(IReadOnlyList<KnownDelivery> rows, DateTimeOffset from, DateTimeOffset until)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].At > from ? (low, middle) : (middle + 1, high);
        }
        for (; low < rows.Count && rows[low].At <= until; low++)
        {
            yield return rows[low];
        }
    }

    /// <summary>The deliveries that could show the path of this refusal working, oldest first: over our own relay to whomever, or to the same domain.</summary>
    public IReadOnlyList<KnownDelivery> OverThePathOf(JudgedRefusal judged) => judged.Then?.Relation == EndpointRelation.OwnRelay
        ? [.. Deliveries.Select(row => row.Delivery).Where(row => IsAt(row, judged) || row.Domain == judged.Refusal.Domain)]
        : _deliveredToDomain.GetValueOrDefault(judged.Refusal.Domain.Value, []);

    /// <summary>The server that refused took this one.</summary>
    public static bool IsAt(KnownDelivery row, JudgedRefusal judged) => row.RemoteIp is { } ip && ip.Equals(judged.Refusal.Endpoint.Ip);
}
