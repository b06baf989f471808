using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Saves what a tenant allows its retries.</summary>
public sealed class RetrySettings
{
    public Task<OperationResult> SaveAsync(Actor actor, TenantId tenant, RetrySettingRow setting, CancellationToken cancellationToken) => throw new NotSupportedException();
}
