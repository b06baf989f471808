using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Asks for the approval of a plan.</summary>
public sealed class RetryRequesting
{
    public Task<OperationResult<long>> RequestAsync(Actor actor, TenantId tenant, long incidentId, RetryRequest request, string planHash, string idempotencyKey, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();
}
