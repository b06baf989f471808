using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Counts a mail against every limit, all or none, inside the transaction that hands it over. The rows it counts in stay locked until the commit, so the limits hold however many send at once.</summary>
internal sealed class RetryCaps(RetryCountWriter counts, IOptions<RetryOptions> options)
{
    /// <returns>The limit that is reached, or null when the mail is counted.</returns>
    public async Task<CapReached?> RaiseAsync(RetryShipment shipment, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var limits = shipment.Batch.Plan.Limits;
        foreach (var (cap, raised) in CapsOf(shipment).Select((cap, index) => (cap, index)))
        {
            if (!await counts.TryRaiseAsync(cap.Tenant, now, cap.Kind, cap.Key, cap.Limit, transaction, cancellationToken))
            {
                await LowerAsync(shipment, raised, now, transaction, cancellationToken);
                return new CapReached($"The limit of {cap.Limit} mails a day {cap.Words} is reached.", IsOfPerson: false);
            }
        }
        // The tenant's row is locked by now: nobody hands this person anything beside us.
        var since = now - TimeSpan.FromDays(limits.PerPersonDays);
        if (await counts.TriesAsync(shipment.Tenant, shipment.Attempt.RecipientKey, since, transaction, cancellationToken) < limits.PerPerson)
        {
            return null;
        }
        await LowerAsync(shipment, now, transaction, cancellationToken);
        return new CapReached($"Tried {limits.PerPerson} times in {limits.PerPersonDays} days.", IsOfPerson: true);
    }

    /// <summary>Takes back what was counted in this transaction.</summary>
    public Task LowerAsync(RetryShipment shipment, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        LowerAsync(shipment, int.MaxValue, now, transaction, cancellationToken);

    private async Task LowerAsync(RetryShipment shipment, int raised, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var cap in CapsOf(shipment).Take(raised))
        {
            await counts.LowerAsync(cap.Tenant, now, cap.Kind, cap.Key, transaction, cancellationToken);
        }
    }

    // Always in this order, so that two that count do not wait for one another; the row that all tenants share last.
    private IEnumerable<Cap> CapsOf(RetryShipment shipment)
    {
        var (tenant, limits, route) = (shipment.Tenant, shipment.Batch.Plan.Limits, shipment.Route);
        yield return new Cap(tenant, RetryCountKind.Tenant, "", limits.PerDay, "of the tenant");
        yield return new Cap(tenant, RetryCountKind.Domain, shipment.Attempt.Domain, limits.PerDomainDay, $"to {shipment.Attempt.Domain}");
        yield return new Cap(tenant, RetryCountKind.Route, route.Id.ToString(CultureInfo.InvariantCulture), route.PerDay, "over this route");
        yield return new Cap(TenantId.Installation, RetryCountKind.Installation, "", options.Value.PerDay, "of the installation");
    }

    private sealed record Cap(TenantId Tenant, RetryCountKind Kind, string Key, int Limit, string Words);
}
