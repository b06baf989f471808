using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts.Gathering;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Counted deliveries as the rules read them: what arrived in an hour stands at its start, each with the scope that took it.</summary>
internal static class HeldDeliveries
{
    public static async Task<IReadOnlyList<ScopedDelivery>> ReadAsync(
        ObservedDns dns, TenantFacts tenant, IReadOnlyList<WayHourRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var domains = new Dictionary<string, DomainName>(StringComparer.Ordinal);
        foreach (var name in rows.Select(row => row.RecipientDomain).Distinct(StringComparer.Ordinal))
        {
            if (DomainName.TryParse(name, out var domain))
            {
                domains[name] = domain;
            }
        }
        var mx = domains.Count == 0 ? new Dictionary<string, IReadOnlyList<MxObservation>>() : await dns.MxAsync(tenant, [.. domains.Values], cancellationToken);
        var scopes = rows.Where(row => domains.ContainsKey(row.RecipientDomain)).Select(row => (row.RecipientDomain, row.RemoteIp)).Distinct()
            .ToDictionary(way => way, way => ScopeOf(tenant, domains[way.RecipientDomain], Address(way.RemoteIp), Known(mx.GetValueOrDefault(way.RecipientDomain, []), now), now));
        return
        [
            .. rows.Where(row => domains.ContainsKey(row.RecipientDomain)).Select(row => new ScopedDelivery(
                new KnownDelivery(
                    row.Hour, domains[row.RecipientDomain], Address(row.RemoteIp), row.Pool.Length == 0 ? null : row.Pool, row.UpperCase, row.Messages, null, false),
                scopes[(row.RecipientDomain, row.RemoteIp)])),
        ];
    }

    private static ScopeKey ScopeOf(TenantFacts tenant, DomainName domain, IPAddress? ip, IReadOnlyList<MxObservation> mx, DateTimeOffset now)
    {
        var endpoint = new RemoteEndpoint(null, ip);
        var comparison = EndpointComparer.Compare(endpoint, domain, mx, [], tenant.Network, now);
        return comparison.Relation == EndpointRelation.OwnRelay
            ? ScopeKey.Of(IncidentGrouping.Of(RefusalFamily.Other, domain.Value, comparison, endpoint))
            : IncidentGrouping.Receiver(domain.Value, comparison);
    }

    private static IReadOnlyList<MxObservation> Known(IReadOnlyList<MxObservation> mx, DateTimeOffset now) => [.. mx.Where(observation => observation.From <= now)];

    private static IPAddress? Address(string text) => IPAddress.TryParse(text, out var ip) ? ip : null;
}
