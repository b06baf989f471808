using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Retention;

/// <summary>Says how long each tenant's evidence is kept, and changes it.</summary>
public sealed class RetentionAdministration(TenantReader tenants, TenantWriter writer, IOptions<EngineOptions> engine, AuditedWrite writes)
{
    /// <summary>Days for tenants without days of their own; 0 for ever.</summary>
    public int InstallationDays => engine.Value.RetentionDays;

    /// <summary>Every tenant by name.</summary>
    public async Task<IReadOnlyList<TenantRetention>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await tenants.ListAsync(cancellationToken)).Select(Of)];

    /// <returns>Null when there is no such tenant.</returns>
    public async Task<TenantRetention?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await tenants.FindBySlugAsync(slug, cancellationToken) is { } tenant ? Of(tenant) : null;

    /// <summary>Changes a tenant's days. What is older leaves with the next daily run, and cannot be brought back.</summary>
    /// <param name="days">0 for ever; null as the installation does.</param>
    public Task<OperationResult<Unit>> SetAsync(Actor actor, TenantId tenant, int? days, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                if (days is < 0 or > RetentionRules.MostDays)
                {
                    return new OperationResult.Refused(
                        $"{days} is no number of days to keep evidence. Choose 1 to {RetentionRules.MostDays}, 0 for ever, or nothing to follow the installation.");
                }
                var before = await tenants.FindAsync(tenant, cancellationToken);
                await writer.KeepAsync(tenant, days, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "tenant.retention", $"tenant {before?.Slug}", $"keep evidence {Text(before?.RetentionDays)} -> {Text(days)}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private TenantRetention Of(TenantRow tenant) => new(tenant.Id, tenant.Slug, tenant.RetentionDays, tenant.RetentionDays ?? InstallationDays);

    private static string Text(int? days) => days switch
    {
        null => "as the installation",
        0 => "for ever",
        _ => $"{days} days",
    };
}
