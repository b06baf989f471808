using System.Net;
using BounceBoard.Core.Routes;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Tenants;

/// <summary>
/// Loads the tenant with sample data. Its evidence takes the same way as anybody's; only its DNS answers are recorded ones, so nothing is asked of the
/// network, and no real tenant sees any of it.
/// </summary>
public sealed class DemoTenant
{
    public const string Slug = "demo";
    public const string Name = "Sample data (demo)";

    private readonly TenantReader _tenants;
    private readonly TenantAdministration _administration;
    private readonly RouteAdministration _routes;
    private readonly DomainAdministration _domains;
    private readonly EvidenceIntake _intake;
    private readonly DemoTables _tables;
    private readonly TimeProvider _time;

    internal DemoTenant(
        TenantReader tenants, TenantAdministration administration, RouteAdministration routes, DomainAdministration domains, EvidenceIntake intake,
        DemoTables tables, TimeProvider time) =>
        (_tenants, _administration, _routes, _domains, _intake, _tables, _time) = (tenants, administration, routes, domains, intake, tables, time);

    /// <summary>Makes the tenant and loads its sample; a load that was stopped half-way is completed.</summary>
    /// <returns>The tenant; refused when the sample is loaded already, or a real tenant has the name.</returns>
    public async Task<OperationResult<TenantRow>> LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await _tenants.FindBySlugAsync(Slug, cancellationToken) is not { } tenant)
        {
            var added = await _administration.AddAsync(actor, Slug, Name, isDemo: true, cancellationToken);
            return added.TryGet(out var made) ? await FillAsync(actor, made, cancellationToken) : added;
        }

        if (!tenant.IsDemo)
        {
            return new OperationResult.Refused($"A tenant of yours is called '{Slug}'. Rename it, then load the sample data.");
        }

        var counts = await _tables.Evidence.CountsAsync(tenant.Id, cancellationToken);
        return counts.Received == 0
            ? await FillAsync(actor, tenant, cancellationToken)
            : new OperationResult.Refused("The sample data is loaded already: open the tenant 'demo'.");
    }

    private async Task<OperationResult<TenantRow>> FillAsync(Actor actor, TenantRow tenant, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var network = await _routes.SetOwnNetworksAsync(actor, tenant.Id, ["192.0.2.0/24"], cancellationToken);
        if (network.Problem is { } refused)
        {
            return new OperationResult.Refused(refused);
        }

        var pinned = new RouteDraft(
            "transport", RouteKind.Transport, null, [IPAddress.Parse("203.0.113.50")],
            "pinned-route.example    smtp:[legacy-gw.pinned-route.example]:25\n");
        await _routes.SaveAsync(actor, tenant.Id, null, pinned, cancellationToken);
        await _domains.AddAsync(actor, tenant.Id, DemoDns.SendingDomain, DemoDns.Selectors, cancellationToken);
        await _tables.Database.WriteAsync(transaction => _tables.Dns.RecordAsync(now, transaction, cancellationToken), cancellationToken);
        if (await _tables.Sources.FindByNameAsync(tenant.Id, DefaultSources.Upload, cancellationToken) is not { } source)
        {
            return new OperationResult.Refused("The demo tenant has lost its upload source. Remove the tenant and load the sample again.");
        }

        foreach (var (name, bytes) in new[] { ("mail.log", DemoEvidence.Log(now)), ("bounce.eml", DemoEvidence.Mail(now)) })
        {
            var result = await _intake.ReceiveAsync(
                tenant.Id, source.Id, name, new MemoryStream(bytes), verified: true, actor, null, cancellationToken);
            if (result.Refused is { } problem)
            {
                return new OperationResult.Refused(problem);
            }
        }

        return tenant;
    }
}
