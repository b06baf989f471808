using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Rows of refusals as the rules read them, each compared with what DNS said at its time.</summary>
internal sealed class HeldRefusals
{
    private readonly Dictionary<JudgedRefusal, RefusalRow> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, JudgedRefusal> _byId = [];
    private readonly IReadOnlyDictionary<(DomainName Domain, RemoteEndpoint Endpoint), ObservedEndpoint> _observed;

    private HeldRefusals(IReadOnlyDictionary<(DomainName Domain, RemoteEndpoint Endpoint), ObservedEndpoint> observed) => _observed = observed;

    public IReadOnlyCollection<JudgedRefusal> All => _byId.Values;

    /// <param name="rows">Each with the incident it is counted in.</param>
    /// <param name="now">What DNS said later is left out, so that a past moment can be judged again.</param>
    public static async Task<HeldRefusals> ReadAsync(
        ObservedDns dns, TenantFacts tenant, IReadOnlyList<(RefusalRow Row, IncidentFingerprint Incident)> rows, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var pairs = new HashSet<(DomainName, RemoteEndpoint)>();
        var named = new List<(RefusalRow Row, IncidentFingerprint Incident, DomainName Domain)>();
        foreach (var (row, incident) in rows)
        {
            // What is no domain name has no MX that could be compared.
            if (DomainName.TryParse(row.RecipientDomain, out var domain))
            {
                named.Add((row, incident, domain));
                pairs.Add((domain, EndpointOf(row)));
                if (PassedOn.OtherThan(EndpointOf(row), HopsJson.Read(row.Hops)) is { } other)
                {
                    pairs.Add((domain, other));
                }
            }
        }
        var observed = await dns.ReadAsync(tenant, pairs, cancellationToken);
        var held = new HeldRefusals(observed.ToDictionary(one => one.Key, one => one.Value.KnownAt(now)));
        foreach (var (row, incident, domain) in named)
        {
            held.Add(row, incident, domain);
        }
        return held;
    }

    /// <summary>Null when the row is not held.</summary>
    public JudgedRefusal? Of(RefusalRow row) => _byId.GetValueOrDefault(row.Id);

    public RefusalRow RowOf(JudgedRefusal judged) => _rows[judged];

    public EndpointComparison Compare(KnownRefusal refusal, DateTimeOffset now) => _observed[(refusal.Domain, refusal.Endpoint)].CompareAt(now);

    /// <summary>The other server where the refusal was passed on; null when it names one only.</summary>
    public PassedOn? PassedOnBy(JudgedRefusal judged, DateTimeOffset now)
    {
        var hops = HopsJson.Read(_rows[judged].Hops);
        return PassedOn.OtherThan(judged.Refusal.Endpoint, hops) is { } other
            ? PassedOn.Of(judged.Refusal.Endpoint, hops, _observed[(judged.Refusal.Domain, other)].CompareAt(now).Relation)
            : null;
    }

    private void Add(RefusalRow row, IncidentFingerprint incident, DomainName domain)
    {
        var observed = _observed[(domain, EndpointOf(row))];
        var judged = new JudgedRefusal(Known(row, domain), observed.CompareThen(row.OccurredAt), incident) { First = observed.CompareFirstAfter(row.OccurredAt) };
        (_byId[row.Id], _rows[judged]) = (judged, row);
    }

    private static RemoteEndpoint EndpointOf(RefusalRow row) => RemoteEndpoint.Of(row.RemoteMta, row.RemoteIp, row.Side);

    private static KnownRefusal Known(RefusalRow row, DomainName domain) => new()
    {
        Person = row.RecipientKey,
        Domain = domain,
        At = row.OccurredAt,
        Category = row.Category,
        ReplyCode = row.ReplyCode,
        Status = row.Status,
        ReplyText = row.ReplyText,
        Stage = row.Stage,
        Endpoint = EndpointOf(row),
        SendingIp = row.SendingIp?.ToString(),
        Pool = row.Pool,
        Sender = row.Sender,
        Verified = row.Verified,
        Permanent = row.Permanent,
        HasUpperCase = row.UpperCase,
        IsControlledRetry = row.AttemptId is not null,
    };
}
