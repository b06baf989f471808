using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Changes what becomes of the addresses that the rules would suppress.</summary>
public sealed class SuppressionModes(TenantReader tenants, TenantWriter writer, AuditedWrite writes)
{
    public Task<OperationResult<Unit>> SetAsync(Actor actor, TenantId tenant, SuppressionMode mode, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                var before = await tenants.FindAsync(tenant, cancellationToken);
                await writer.SuppressAsync(tenant, mode, scope.Transaction, cancellationToken);
                await scope.AuditAsync("tenant.suppression", $"tenant {before?.Slug}", $"{before?.SuppressionMode} -> {mode}", cancellationToken);
                return new Unit();
            },
            cancellationToken);
}
