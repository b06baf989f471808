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
        var (limits, caps) = (shipment.Batch.Plan.Limits, CapsOf(shipment));
        if (caps.FirstOrDefault(cap => cap.Limit <= 0) is { } shut)
        {
            return Reached(shut);
        }
        var mail = new CountedMail(shipment.Attempt.Domain, RouteKey(shipment), caps[0].Limit, caps[1].Limit, caps[2].Limit, caps[3].Limit);
        var raised = await counts.RaiseAsync(shipment.Tenant, now, mail, transaction, cancellationToken);
        if (caps.FirstOrDefault(cap => !raised.Contains(cap.Kind.ToString(), StringComparer.Ordinal)) is { } full)
        {
            await LowerAsync(caps.Where(cap => raised.Contains(cap.Kind.ToString(), StringComparer.Ordinal)), now, transaction, cancellationToken);
            return Reached(full);
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
        LowerAsync(CapsOf(shipment), now, transaction, cancellationToken);

    private async Task LowerAsync(IEnumerable<Cap> raised, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var cap in raised)
        {
            await counts.LowerAsync(cap.Tenant, now, cap.Kind, cap.Key, transaction, cancellationToken);
        }
    }

    private static CapReached Reached(Cap cap) => new($"The limit of {cap.Limit} mails a day {cap.Words} is reached.", IsOfPerson: false);

    private static string RouteKey(RetryShipment shipment) => shipment.Route.Id.ToString(CultureInfo.InvariantCulture);

    // In the order of the kinds, as they are counted.
    private IReadOnlyList<Cap> CapsOf(RetryShipment shipment)
    {
        var (tenant, limits, route) = (shipment.Tenant, shipment.Batch.Plan.Limits, shipment.Route);
        return
        [
            new Cap(tenant, RetryCountKind.Tenant, "", limits.PerDay, "of the tenant"),
            new Cap(tenant, RetryCountKind.Domain, shipment.Attempt.Domain, limits.PerDomainDay, $"to {shipment.Attempt.Domain}"),
            new Cap(tenant, RetryCountKind.Route, RouteKey(shipment), route.PerDay, "over this route"),
            new Cap(TenantId.Installation, RetryCountKind.Installation, "", options.Value.PerDay, "of the installation"),
        ];
    }

    private sealed record Cap(TenantId Tenant, RetryCountKind Kind, string Key, int Limit, string Words);
}
