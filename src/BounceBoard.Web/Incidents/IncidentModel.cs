using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>Reads what stands above the tabs of one incident.</summary>
public sealed class IncidentModel(
    IncidentReader incidents, VerdictReader verdicts, EndpointViews endpoints, ScopeReading scopes, IncidentWorkModel work, IncidentListModel list,
    TimeProvider time)
{
    /// <returns>Null when this tenant has no incident of that number.</returns>
    public async Task<IncidentData?> LoadAsync(TenantContext tenant, long number, CancellationToken cancellationToken)
    {
        if (await incidents.FindByNumberAsync(tenant.Tenant.Id, number, cancellationToken) is not { } incident)
        {
            return null;
        }
        var verdict = await verdicts.CurrentAsync(tenant.Tenant.Id, incident.Id, cancellationToken);
        return new(
            incident, verdict, await endpoints.LoadAsync(tenant.Tenant, incident.Id, cancellationToken),
            await scopes.StoryAsync(tenant.Tenant.Id, incident, time.GetUtcNow(), cancellationToken),
            await work.LoadAsync(tenant, incident, cancellationToken), await list.LabelsAsync(tenant, incident, cancellationToken));
    }
}
