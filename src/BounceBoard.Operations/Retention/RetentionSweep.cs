using System.Globalization;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Retention;

/// <summary>
/// Removes what no tenant need keep: evidence, intake lines, refusals, people and hourly counts. Incidents keep their totals; verdicts and audit
/// logs stay. May run at any time, any number of times.
/// </summary>
public sealed class RetentionSweep(
    Database database, TenantReader tenants, TenantExpiry expiry, IOptions<EngineOptions> engine, AuditedWrite writes, TimeProvider time)
{
    /// <returns>Evidence items and refusals removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await MonthPartitions.EnsureAsync(database, time.GetUtcNow(), cancellationToken);
        var due = await DueAsync(cancellationToken);
        foreach (var (tenant, before, expired) in due)
        {
            await expiry.RemovePeopleAsync(tenant.Id, before, expired, cancellationToken);
        }
        await DropMonthsAsync(cancellationToken);
        var removed = 0;
        foreach (var (tenant, before, expired) in due)
        {
            await expiry.RemoveAsync(tenant.Id, before, expired, cancellationToken);
            await AuditAsync(tenant, before, expired, cancellationToken);
            removed += expired.Evidence + expired.Refusals;
        }
        return removed;
    }

    private async Task<IReadOnlyList<(TenantRow Tenant, DateTimeOffset Before, Expired Expired)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return
        [
            .. from tenant in await tenants.ListAsync(cancellationToken)
               let before = RetentionRules.CutOff(tenant, engine.Value.RetentionDays, now)
               where before is not null
               select (tenant, before.Value, new Expired()),
        ];
    }

    // What all tenants have let go leaves as whole months; the people in them were removed before.
    private async Task DropMonthsAsync(CancellationToken cancellationToken)
    {
        if (await EarliestAsync(cancellationToken) is not { } before)
        {
            return;
        }
        foreach (var month in await ExpiredMonths.ListAsync(database, before, cancellationToken))
        {
            await ExpiredMonths.TryDropAsync(
                database,
                month,
                async token => await EarliestAsync(token) is { } still && month.AddMonths(1) <= still,
                cancellationToken);
        }
    }

    /// <returns>What arrived before this is kept by no tenant; null when one keeps everything, or there is none.</returns>
    private async Task<DateTimeOffset?> EarliestAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var cuts = (await tenants.ListAsync(cancellationToken)).Select(tenant => RetentionRules.CutOff(tenant, engine.Value.RetentionDays, now)).ToList();
        return cuts.Count == 0 || cuts.Contains(null) ? null : cuts.Min();
    }

    private async Task AuditAsync(TenantRow tenant, DateTimeOffset before, Expired expired, CancellationToken cancellationToken)
    {
        if (expired.IsNothing)
        {
            return;
        }
        await writes.UncheckedAsync<Unit>(
            Actor.System,
            async scope =>
            {
                await scope.AuditAsync(
                    tenant.Id, "retention", $"tenant {tenant.Slug}",
                    string.Create(CultureInfo.InvariantCulture, $"removed what arrived before {before:yyyy-MM-dd HH:mm}Z: {expired}"), cancellationToken);
                return new Unit();
            },
            cancellationToken);
    }
}
