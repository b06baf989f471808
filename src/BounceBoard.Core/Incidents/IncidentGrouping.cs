using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Incidents;

/// <summary>Which refusals are one incident: same family, same scope; the wording and 4xx or 5xx do not matter.</summary>
public static class IncidentGrouping
{
    /// <summary>The fingerprint of a refusal.</summary>
    /// <param name="recipientDomain">Domain in lower-case A-labels.</param>
    public static IncidentFingerprint Of(RefusalFamily family, string recipientDomain, EndpointComparison comparison, RemoteEndpoint endpoint) =>
        comparison.Relation switch
        {
            EndpointRelation.OwnRelay => new(family, IncidentScope.OwnRelay, RelayName(endpoint)),
            // The provider's servers answered, or (a webhook that names no server) most likely did.
            EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating or EndpointRelation.Unknown =>
                Provider(recipientDomain, comparison) is { } provider
                    ? new(family, IncidentScope.Provider, provider)
                    : new(family, IncidentScope.RecipientDomain, recipientDomain),
            // The provider had no part in it: one domain's stale route must not look like the provider's outage.
            EndpointRelation.FormerMx or EndpointRelation.Pinned or EndpointRelation.ImplicitMx or EndpointRelation.Foreign
                or EndpointRelation.NoMx or EndpointRelation.NullMx or EndpointRelation.NoDomain =>
                new(family, IncidentScope.RecipientDomain, recipientDomain),
        };

    /// <summary>The scope of the receiver's side: the mailbox provider behind the domain's MX, or else the domain.</summary>
    public static ScopeKey Receiver(string recipientDomain, EndpointComparison comparison) => Provider(recipientDomain, comparison) is { } provider
        ? new(IncidentScope.Provider, provider)
        : new(IncidentScope.RecipientDomain, recipientDomain);

    private static string RelayName(RemoteEndpoint endpoint) =>
        endpoint.Name?.Trim().TrimEnd('.').ToLowerInvariant() ?? endpoint.Ip?.ToString() ?? "";

    // A domain that runs its own MX hosts is its own scope; else most resolvers' first MX host names the provider.
    private static string? Provider(string recipientDomain, EndpointComparison comparison)
    {
        var first = comparison.Resolvers
            .Where(finding => finding.Observation?.Answer is { State: DnsState.Found, Hosts.Count: > 0 })
            .Select(finding => finding.Observation?.Answer.Hosts.MinBy(host => (host.Preference, host.Name.Value)))
            .OfType<MxHost>()
            .GroupBy(host => OrganizationalDomain.Of(host.Name).Value)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .FirstOrDefault();
        var own = DomainName.TryParse(recipientDomain, out var domain) ? OrganizationalDomain.Of(domain).Value : recipientDomain;
        return first == own ? null : first;
    }
}
