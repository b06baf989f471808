using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>"Check again now" on an incident: asks every resolver for its domain, has the rules look, and tells whether the verdict moved.</summary>
public sealed class IncidentCheck(DomainCheck domains, VerdictDesk desk, VerdictReader verdicts, TimeProvider time)
{
    public async Task<OperationResult<IncidentCheckAnswer>> NowAsync(
        Actor actor, TenantId tenant, long incidentId, DomainName domain, CancellationToken cancellationToken)
    {
        var before = await verdicts.CurrentAsync(tenant, incidentId, cancellationToken);
        var asked = await domains.NowAsync(actor, tenant, domain, cancellationToken);
        if (!asked.TryGet(out var answer))
        {
            return new OperationResult.Refused(asked.Problem ?? "The resolvers could not be asked.");
        }
        // Of a domain only the incidents of the last month are looked at; whoever stands before an older one wants to know of that one.
        await desk.DecideAsync(tenant, incidentId, cancellationToken);
        return new IncidentCheckAnswer(time.GetUtcNow(), answer.IsChanged, before, await verdicts.CurrentAsync(tenant, incidentId, cancellationToken));
    }
}
