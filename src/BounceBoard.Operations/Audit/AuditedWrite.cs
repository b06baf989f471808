using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Audit;

/// <summary>
/// The one way to change something for a person: right, change and audit line in one transaction. The right is read in
/// the writer's turn, so nobody can take it away between the check and the change.
/// </summary>
public sealed class AuditedWrite(Database database, TenantAccess access, InstallationAccess installation, AuditWriter audit, TimeProvider time)
{
    /// <summary>Changes something in a tenant.</summary>
    public Task<OperationResult<T>> InTenantAsync<T>(
        Actor actor,
        TenantId tenant,
        TenantAction action,
        Func<WriteScope, Task<OperationResult<T>>> work,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(tenant),
            async transaction => await access.RequireAsync(actor, tenant, action, cancellationToken) is AccessDecision.Denied denied
                ? new OperationResult<T>.Refused(denied.Message)
                : await RunAsync(actor, tenant, transaction, work),
            cancellationToken);

    /// <summary>Changes something of the whole installation; only its owners may.</summary>
    public Task<OperationResult<T>> InInstallationAsync<T>(
        Actor actor, Func<WriteScope, Task<OperationResult<T>>> work, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction => await installation.OwnerProblemAsync(actor, cancellationToken) is { } problem
                ? new OperationResult<T>.Refused(problem)
                : await RunAsync(actor, TenantId.Installation, transaction, work),
            cancellationToken);

    /// <summary>Changes something whose right is proven otherwise, by a one-time link for example.</summary>
    internal Task<OperationResult<T>> UncheckedAsync<T>(
        Actor actor, Func<WriteScope, Task<OperationResult<T>>> work, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => RunAsync(actor, TenantId.Installation, transaction, work), cancellationToken);

    private async Task<OperationResult<T>> RunAsync<T>(
        Actor actor, TenantId tenant, DbTransaction transaction, Func<WriteScope, Task<OperationResult<T>>> work)
    {
        var scope = new WriteScope(audit, actor, tenant, transaction, time.GetUtcNow());
        var result = await work(scope);
        if (result is OperationResult<T>.Done && !scope.IsAudited)
        {
            throw new InvalidOperationException("A change wanted to end without a line in the audit log; it was rolled back.");
        }
        return result;
    }
}
