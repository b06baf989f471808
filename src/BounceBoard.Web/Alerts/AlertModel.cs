using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Web.Alerts;

/// <summary>Reads what the page of alerts shows.</summary>
public sealed class AlertModel(AlertDestinationReader destinations, AlertReader alerts)
{
    private const int MostRecent = 50;

    public Task<IReadOnlyList<AlertDestinationRow>> DestinationsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        destinations.ListAsync(tenant, cancellationToken);

    /// <summary>The newest alerts, each with where it went.</summary>
    public async Task<IReadOnlyList<AlertEntry>> RecentAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = await alerts.ListAsync(tenant, MostRecent, cancellationToken);
        var ways = (await alerts.DeliveriesAsync(tenant, [.. rows.Select(row => row.Id)], cancellationToken)).ToLookup(way => way.AlertId);
        return [.. rows.Select(row => new AlertEntry(row, [.. ways[row.Id]]))];
    }
}
