using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Users;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>Reads what people did with an incident.</summary>
public sealed class IncidentWorkModel(
    IncidentReader incidents, IncidentNoteReader notes, DismissalReader dismissals, VerdictOverrideReader overrides, MemberReader members)
{
    private const int Most = 500;

    public async Task<IncidentWork> LoadAsync(TenantContext tenant, IncidentRow incident, CancellationToken cancellationToken)
    {
        var id = tenant.Tenant.Id;
        return new(
            tenant.Can(TenantAction.SeeRecipients) ? await notes.ListAsync(id, incident.Id, Most, cancellationToken) : [],
            await dismissals.ListAsync(id, incident.Id, Most, cancellationToken),
            await overrides.ListAsync(id, incident.Id, Most, cancellationToken),
            incident.MergedInto is { } into ? await incidents.FindAsync(id, into, cancellationToken) : null,
            await incidents.ListMergedIntoAsync(id, incident.Id, cancellationToken),
            await members.ListAsync(id, cancellationToken));
    }
}
