using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Lets an owner decide about batches of a restored database.</summary>
public sealed class FrozenBatches
{
    public Task<OperationResult<IReadOnlyList<FrozenBatch>>> ListAsync(Actor actor, TenantId tenant, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> ConfirmAsync(Actor actor, TenantId tenant, long batchId, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> CancelAsync(Actor actor, TenantId tenant, long batchId, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();
}
