using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Stops all sending, of one tenant or of the installation.</summary>
public sealed class SendingStops
{
    public Task<OperationResult> StopAsync(Actor actor, TenantId tenant, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<OperationResult> ResumeAsync(Actor actor, TenantId tenant, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();
}
