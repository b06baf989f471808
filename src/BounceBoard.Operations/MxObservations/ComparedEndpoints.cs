using System.Diagnostics.CodeAnalysis;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Comparisons of one run: a log names the same servers in every piece. Kept for a minute, as answers may come in meanwhile.</summary>
internal sealed class ComparedEndpoints
{
    private const int Most = 20_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(TenantId, DomainName, RemoteEndpoint), EndpointComparison> _found = [];
    private DateTimeOffset _since = DateTimeOffset.MinValue;

    /// <summary>Forgets what is too old, or too much.</summary>
    public void Refresh(DateTimeOffset now)
    {
        if (now - _since > Life || _found.Count > Most)
        {
            _found.Clear();
            _since = now;
        }
    }

    public bool TryFind(TenantId tenant, DomainName domain, RemoteEndpoint endpoint, [NotNullWhen(true)] out EndpointComparison? comparison) =>
        _found.TryGetValue((tenant, domain, endpoint), out comparison);

    public void Keep(TenantId tenant, DomainName domain, RemoteEndpoint endpoint, EndpointComparison comparison) =>
        _found[(tenant, domain, endpoint)] = comparison;
}
