using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Verdicts;

namespace BounceBoard.Operations.MxObservations;

/// <summary>"Check again now": asks every resolver for one domain and lets the rules look at the answer. Asking public DNS is no change of the tenant's, so it stands in no audit log.</summary>
public sealed class DomainCheck(TenantAccess access, MxRefresh refresh, VerdictDesk desk, ChangeFeed changes)
{
    public async Task<OperationResult<DomainCheckAnswer>> NowAsync(
        Actor actor, TenantId tenant, DomainName domain, CancellationToken cancellationToken)
    {
        var decision = await access.RequireAsync(actor, tenant, TenantAction.HandleIncidents, cancellationToken);
        if (decision is not AccessDecision.Allowed allowed)
        {
            return new OperationResult.Refused(decision.Problem ?? "Not allowed.");
        }
        if (allowed.Tenant.IsDemo)
        {
            return new OperationResult.Refused("Sample data carries recorded DNS answers; live DNS is not asked for it.");
        }
        var isChanged = await refresh.RefreshAsync(domain, cancellationToken);
        await desk.DecideForDomainAsync(domain, cancellationToken);
        changes.Publish(tenant, ChangeKind.Domains);
        return new DomainCheckAnswer(isChanged);
    }
}
