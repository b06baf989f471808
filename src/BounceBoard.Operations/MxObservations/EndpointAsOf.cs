using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;

namespace BounceBoard.Operations.MxObservations;

/// <summary>A refusing server against the MX as it stood at any time of which answers are kept; asks nobody.</summary>
public sealed class EndpointAsOf
{
    private readonly TenantFactsReading _tenants;
    private readonly ObservedDns _dns;

    internal EndpointAsOf(TenantFactsReading tenants, ObservedDns dns) => (_tenants, _dns) = (tenants, dns);

    /// <returns>The comparison by what had been observed by then; no resolver has a finding where none had been asked.</returns>
    public async Task<EndpointComparison> CompareAsync(
        TenantId tenant, DomainName domain, RemoteEndpoint endpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var observed = await _dns.ReadAsync(await _tenants.ReadAsync(tenant, cancellationToken), [(domain, endpoint)], cancellationToken);
        return observed[(domain, endpoint)].KnownAt(at).CompareAt(at);
    }
}
