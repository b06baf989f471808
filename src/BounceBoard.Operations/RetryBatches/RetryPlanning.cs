using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Makes the plan of a batch without asking anybody.</summary>
public sealed class RetryPlanning
{
    public Task<OperationResult<RetryDraft>> PreviewAsync(Actor actor, TenantId tenant, long incidentId, RetryRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
