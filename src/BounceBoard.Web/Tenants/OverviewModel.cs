using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;
using BounceBoard.Web.Incidents;

namespace BounceBoard.Web.Tenants;

/// <summary>Reads what the overview of one tenant shows.</summary>
public sealed class OverviewModel(
    IncidentListModel incidents, TenantReader tenants, EvidenceReader evidence, HealthReading health, SavedAddressReader saved,
    VerdictSumReader verdicts, RouteFindingReader routes, TimeProvider time)
{
    private const int MostIncidents = 8;
    private const int MostChanges = 8;

    public async Task<OverviewData> LoadAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var (id, now) = (tenant.Tenant.Id, time.GetUtcNow());
        var open = await incidents.LoadAsync(tenant, IncidentListUrl.Usual, null, cancellationToken);
        var counts = await tenants.OverviewAsync([id], cancellationToken);
        return new(
            counts.Single(),
            [.. open.Rows.Take(MostIncidents)],
            open.Facets.FirstOrDefault(group => group.Title == "Verdict")?.Values ?? [],
            await evidence.CountsAsync(id, cancellationToken),
            await health.StandingsAsync(id, cancellationToken),
            await saved.CountAsync(id, cancellationToken),
            await verdicts.SumsAsync(id, now.AddDays(-30), cancellationToken),
            await verdicts.ChangesAsync(id, now.AddDays(-7), MostChanges, cancellationToken),
            await routes.ListAsync(id, cancellationToken));
    }
}
