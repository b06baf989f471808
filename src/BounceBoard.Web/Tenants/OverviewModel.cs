using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Domains;
using BounceBoard.Web.Incidents;

namespace BounceBoard.Web.Tenants;

/// <summary>Reads what the overview of one tenant shows.</summary>
public sealed class OverviewModel(IncidentListModel incidents, TenantReader tenants, EvidenceReader evidence, DomainViews domains)
{
    private const int MostIncidents = 8;

    public async Task<OverviewData> LoadAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var id = tenant.Tenant.Id;
        var open = await incidents.LoadAsync(tenant, IncidentListUrl.Usual, cancellationToken);
        var counts = await tenants.OverviewAsync([id], cancellationToken);
        return new(
            counts.Single(),
            [.. open.Rows.Take(MostIncidents)],
            open.Facets.FirstOrDefault(group => group.Title == "Verdict")?.Values ?? [],
            await evidence.CountsAsync(id, cancellationToken),
            await domains.ListAsync(id, cancellationToken));
    }
}
