using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Routes;

/// <summary>Holds each tenant's route tables against live MX once a day, before any mail bounces.</summary>
public sealed class RouteWatch(
    Database database, DueRouteReader due, RouteFindingWriter findings, OutboundRouteReader routes, TenantReader tenants, MxRefresh refresh,
    MxObservationReader observations, ChangeFeed changes, TimeProvider time) : ITenantWork
{
    /// <summary>Domains of one tenant that are asked in a day; a longer table is a mail system's own directory and not a list of exceptions.</summary>
    private const int MostDomains = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Longer than all of a tenant's domains take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    public string Name => "route-check";

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => due.TenantsAsync(time.GetUtcNow(), cancellationToken);

    /// <summary>Checks every tenant that is due.</summary>
    /// <returns>Number of findings.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => TenantRounds.RunAsync(this, cancellationToken);

    /// <summary>Checks the routes of one tenant, if that is due and no other node does it.</summary>
    public async Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isClaimed = await database.WriteAsync(
            Turn.Of(tenant), transaction => findings.TryClaimAsync(tenant, now, now + Lease, transaction, cancellationToken), cancellationToken);
        if (!isClaimed || await tenants.FindAsync(tenant, cancellationToken) is not { } row)
        {
            return Slice.Nothing;
        }
        var lines = await LinesAsync(tenant, cancellationToken);
        var answers = await AnswersAsync(row, [.. lines.Select(line => line.Domain).Distinct().Take(MostDomains)], cancellationToken);
        IReadOnlyList<RouteFindingRow> found =
        [
            .. lines.Select(line => (line.RouteId, Finding: RouteCheck.Of(line.Route, answers.GetValueOrDefault(line.Domain.Value, []))))
                .Where(pair => pair.Finding is not null)
                .Select(pair => Row(pair.RouteId, pair.Finding ?? throw new InvalidOperationException("Filtered before."), now))
                .DistinctBy(finding => (finding.RouteId, finding.LineNumber, finding.Domain)),
        ];
        await database.WriteAsync(
            Turn.Of(tenant),
            transaction => findings.ReplaceAsync(tenant, found, time.GetUtcNow(), now + Pause, transaction, cancellationToken),
            cancellationToken);
        changes.Publish(tenant, ChangeKind.Settings);
        return new Slice(1, found.Count);
    }

    private async Task<IReadOnlyList<(long RouteId, OutboundRoute Route, DomainName Domain)>> LinesAsync(TenantId tenant, CancellationToken cancellationToken) =>
    [
        .. (await routes.ListAsync(tenant, cancellationToken))
            .SelectMany(row => RouteTable.Read(row.Kind, row.Text, row.Addresses, row.Pool).Routes.Select(route => (row.Id, Route: route)))
            .Select(line => (line.Id, line.Route, Domain: RouteCheck.DomainOf(line.Route)))
            .Where(line => line.Domain is not null)
            .Select(line => (line.Id, line.Route, line.Domain ?? throw new InvalidOperationException("Filtered before."))),
    ];

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<MxObservation>>> AnswersAsync(
        TenantRow tenant, IReadOnlyList<DomainName> domains, CancellationToken cancellationToken)
    {
        if (!tenant.IsDemo)
        {
            foreach (var domain in domains)
            {
                await refresh.RefreshAsync(domain, cancellationToken);
            }
        }
        // Recorded answers for sample data: nobody is asked for it.
        return await observations.ListAsync(domains, tenant.IsDemo ? ObservationOrigin.Recorded : ObservationOrigin.Live, cancellationToken);
    }

    private static RouteFindingRow Row(long routeId, RouteFinding finding, DateTimeOffset now) => new()
    {
        RouteId = routeId,
        LineNumber = finding.Route.LineNumber,
        Domain = finding.Domain,
        Host = finding.Route.Host ?? "",
        Line = finding.Route.Line,
        Kind = finding.Kind,
        How = finding.How,
        FoundAt = now,
    };
}
