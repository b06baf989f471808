using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Decides about a batch for a person.</summary>
public sealed class RetryDeciding
{
    public Task<OperationResult<DateTimeOffset>> ApproveAsync(Actor actor, TenantId tenant, long batchId, RetryApproval approval, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> UndoAsync(Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> RejectAsync(Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> AskForChangeAsync(Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> CancelAsync(Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult<RetryBatchState>> FinishAsync(Actor actor, TenantId tenant, long batchId, string planHash, string comment, CancellationToken cancellationToken) => throw new NotSupportedException();

}
