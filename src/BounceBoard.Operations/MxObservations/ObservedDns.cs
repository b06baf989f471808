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
        TenantFacts tenant, IReadOnlyList<Attempt> attempts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Domain, RemoteEndpoint Endpoint), EndpointComparison>();
        var comparisons = new Dictionary<BounceReport, EndpointComparison>(ReferenceEqualityComparer.Instance);
        foreach (var (report, recipient) in attempts.Where(attempt => attempt.IsRefusal))
        {
            if (recipient?.Domain is not { } domain)
            {
                continue;
            }

            var endpoint = new RemoteEndpoint(report.RemoteMta, report.RemoteIp);
            if (!found.TryGetValue((domain.Value, endpoint), out var comparison))
            {
                var observed = await ReadAsync(tenant, domain, endpoint, cancellationToken);
                found[(domain.Value, endpoint)] = comparison = observed.CompareAt(at);
            }

            comparisons[report] = comparison;
        }

        return comparisons;
    }

    public async Task<ObservedEndpoint> ReadAsync(
        TenantFacts tenant, DomainName domain, RemoteEndpoint endpoint, CancellationToken cancellationToken)
    {
        var mx = await answers.ListAsync(domain, tenant.Origin, cancellationToken);
        return new ObservedEndpoint(endpoint, domain, mx, await ReverseAsync(tenant, endpoint.Ip, cancellationToken), tenant.Network);
    }

    // A PTR record proves something only when its name leads back to the address, so the forward records come with it.
    private async Task<IReadOnlyList<RecordObservation>> ReverseAsync(TenantFacts tenant, IPAddress? address, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return [];
        }

        var found = new List<RecordObservation>(
            await records.ListAsync(ReverseName.Of(address), RecordType.Ptr, tenant.Origin, cancellationToken));
        var forward = address.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.Aaaa;
        foreach (var name in found.SelectMany(observation => observation.Answer.Records).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames).ToList())
        {
            found.AddRange(await records.ListAsync(name.TrimEnd('.').ToLowerInvariant(), forward, tenant.Origin, cancellationToken));
        }

        return found;
    }
}
