using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Compares endpoints with the answers that were observed; asks nobody.</summary>
internal sealed class ObservedDns(MxObservationReader answers, RecordObservationReader records)
{
    private const int MostNames = 4;

    public IReadOnlyDictionary<BounceReport, EndpointComparison> NoComparisons { get; } =
        new Dictionary<BounceReport, EndpointComparison>(ReferenceEqualityComparer.Instance);

    /// <summary>The comparison of every refusal among the attempts, keyed by the report itself.</summary>
    public async Task<IReadOnlyDictionary<BounceReport, EndpointComparison>> CompareAsync(
        TenantFacts tenant, IReadOnlyList<Attempt> attempts, ComparedEndpoints compared, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var refusals = Refusals(attempts).ToList();
        compared.Refresh(at);
        var missing = refusals.Select(one => (one.Domain, one.Endpoint)).Distinct()
            .Where(pair => !compared.TryFind(tenant.Id, pair.Domain, pair.Endpoint, out _)).ToList();
        await AddAsync(tenant, missing, compared, at, cancellationToken);
        var comparisons = new Dictionary<BounceReport, EndpointComparison>(ReferenceEqualityComparer.Instance);
        foreach (var (report, domain, endpoint) in refusals)
        {
            if (compared.TryFind(tenant.Id, domain, endpoint, out var comparison))
            {
                comparisons[report] = comparison;
            }
        }

        return comparisons;
    }

    /// <summary>What was observed of these endpoints, with a statement for each kind of record.</summary>
    public async Task<IReadOnlyDictionary<(DomainName Domain, RemoteEndpoint Endpoint), ObservedEndpoint>> ReadAsync(
        TenantFacts tenant, IReadOnlyCollection<(DomainName Domain, RemoteEndpoint Endpoint)> pairs, CancellationToken cancellationToken)
    {
        var mx = await MxAsync(tenant, [.. pairs.Select(pair => pair.Domain).Distinct()], cancellationToken);
        var reverse = await ReverseAsync(tenant, [.. pairs.Select(pair => pair.Endpoint.Ip).OfType<IPAddress>().Distinct()], cancellationToken);
        return pairs.Distinct().ToDictionary(pair => pair, pair => new ObservedEndpoint(
            pair.Endpoint, pair.Domain, mx.GetValueOrDefault(pair.Domain.Value, []), pair.Endpoint.Ip is { } ip ? reverse[ip] : [], tenant.Network));
    }

    /// <summary>What was observed of the domains' MX, by domain.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<MxObservation>>> MxAsync(
        TenantFacts tenant, IReadOnlyCollection<DomainName> domains, CancellationToken cancellationToken) =>
        answers.ListAsync(domains, tenant.Origin, cancellationToken);

    private static IEnumerable<(BounceReport Report, DomainName Domain, RemoteEndpoint Endpoint)> Refusals(IEnumerable<Attempt> attempts)
    {
        foreach (var attempt in attempts)
        {
            if (attempt is { IsRefusal: true, Recipient.Domain: { } domain, Report: var report })
            {
                yield return (report, domain, RemoteEndpoint.Of(report.RemoteMta, report.RemoteIp, report.Side));
            }
        }
    }

    private async Task AddAsync(
        TenantFacts tenant, List<(DomainName Domain, RemoteEndpoint Endpoint)> pairs, ComparedEndpoints compared, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        foreach (var ((domain, endpoint), observed) in await ReadAsync(tenant, pairs, cancellationToken))
        {
            compared.Keep(tenant.Id, domain, endpoint, observed.CompareAt(at));
        }
    }

    // A PTR record proves something only when its name leads back to the address, so the forward records come with it.
    private async Task<Dictionary<IPAddress, IReadOnlyList<RecordObservation>>> ReverseAsync(
        TenantFacts tenant, IReadOnlyCollection<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var found = await records.ListAsync([.. addresses.Select(ReverseName.Of).Distinct()], RecordType.Ptr, tenant.Origin, cancellationToken);
        IReadOnlyList<RecordObservation> Ptr(IPAddress address) => found.GetValueOrDefault(ReverseName.Of(address), []);
        var names = addresses.ToLookup(address => address.AddressFamily, address => Names(Ptr(address)));
        var v4 = await ForwardAsync(names[AddressFamily.InterNetwork], RecordType.A);
        var v6 = await ForwardAsync(names[AddressFamily.InterNetworkV6], RecordType.Aaaa);
        return addresses.ToDictionary(address => address, address => (IReadOnlyList<RecordObservation>)
        [
            .. Ptr(address),
            .. Names(Ptr(address)).SelectMany(name => (address.AddressFamily == AddressFamily.InterNetwork ? v4 : v6).GetValueOrDefault(name, [])),
        ]);

        Task<IReadOnlyDictionary<string, IReadOnlyList<RecordObservation>>> ForwardAsync(IEnumerable<IReadOnlyList<string>> lists, RecordType type) =>
            records.ListAsync([.. lists.SelectMany(list => list).Distinct(StringComparer.Ordinal)], type, tenant.Origin, cancellationToken);
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<RecordObservation> ptr) =>
    [
        .. ptr.SelectMany(observation => observation.Answer.Records).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames)
            .Select(name => name.TrimEnd('.').ToLowerInvariant()),
    ];
}
