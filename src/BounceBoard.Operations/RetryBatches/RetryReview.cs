using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Reads a batch for its review.</summary>
public sealed class RetryReview
{
    public Task<OperationResult<RetryReviewView>> ReadAsync(Actor actor, TenantId tenant, long number, CancellationToken cancellationToken) => throw new NotSupportedException();
}
