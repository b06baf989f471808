using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Settles attempts whose outcome nobody knows.</summary>
public sealed class InDoubtSettling
{
    public Task<OperationResult<AttemptState>> SettleAsync(Actor actor, TenantId tenant, long attemptId, bool delivered, string note, CancellationToken cancellationToken) => throw new NotSupportedException();
}
