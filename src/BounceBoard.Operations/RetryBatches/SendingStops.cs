using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Stops all sending, of one tenant or of the installation. Whoever sends asks for a stop before each final dot.</summary>
public sealed class SendingStops(SendingStopWriter stops, TenantReader tenants, AuditedWrite writes, ChangeFeed changes)
{
    /// <param name="tenant">The installation for all tenants: only its owners may.</param>
    /// <param name="reason">For whoever wonders why nothing is sent.</param>
    public Task<OperationResult> StopAsync(Actor actor, TenantId tenant, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, tenant, TenantAction.StopAll, reason, "sending.stop", "Sending is stopped already.",
            scope => stops.StopAsync(tenant, actor.Name, reason.Trim(), scope.Now, scope.Transaction, cancellationToken), cancellationToken);

    /// <summary>Lets it go on. It takes the right to approve, which more people lack than the right to stop.</summary>
    public Task<OperationResult> ResumeAsync(Actor actor, TenantId tenant, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, tenant, TenantAction.ApproveRetry, reason, "sending.resume", "Sending is not stopped.",
            scope => stops.ResumeAsync(tenant, scope.Transaction, cancellationToken), cancellationToken);

    private async Task<OperationResult> ChangeAsync(
        Actor actor, TenantId tenant, TenantAction action, string reason, string name, string idle, Func<WriteScope, Task<bool>> change,
        CancellationToken cancellationToken)
    {
        async Task<OperationResult<Unit>> Work(WriteScope scope)
        {
            if (BatchWords.CommentProblem(reason, true) is { } problem)
            {
                return new OperationResult.Refused(problem);
            }
            if (!await change(scope))
            {
                return new OperationResult.Refused(idle);
            }
            await scope.AuditAsync(name, tenant == TenantId.Installation ? "the whole installation" : "the tenant", reason.Trim(), cancellationToken);
            return new Unit();
        }
        var result = tenant == TenantId.Installation
            ? await writes.InInstallationAsync<Unit>(actor, Work, cancellationToken)
            : await writes.InTenantAsync<Unit>(actor, tenant, action, Work, cancellationToken);
        await PublishAsync(tenant, cancellationToken);
        return result.WithoutValue();
    }

    private async Task PublishAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var told = tenant == TenantId.Installation ? (await tenants.ListAsync(cancellationToken)).Select(row => row.Id) : [tenant];
        foreach (var one in told)
        {
            changes.Publish(one, ChangeKind.Retries);
        }
    }
}
