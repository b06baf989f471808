using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Alerts;

/// <summary>Sends all that is due at one destination as one message, and notes what it said.</summary>
internal sealed class AlertSending(Database database, AlertTables tables, AlertChannels channels, AlertSettlement settlement, TimeProvider time)
{
    /// <summary>Most that one message tells of.</summary>
    private const int Most = 1000;

    /// <summary>Many times what a destination may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <returns>Number of alerts that were claimed.</returns>
    public async Task<int> SendAsync(TenantId tenant, long destinationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Lease;
        var ids = await database.WriteAsync(
            Turn.Open,
            transaction => tables.Deliveries.ClaimAsync(tenant, destinationId, now, until, Most, transaction, cancellationToken),
            cancellationToken);
        if (ids.Count == 0 || await tables.Tenants.FindAsync(tenant, cancellationToken) is not { } row)
        {
            return 0;
        }
        var alerts = await tables.Alerts.ListAsync(tenant, ids, cancellationToken);
        var message = AlertMessage.Of(row, destinationId, ids, alerts, now);
        if (destinationId == AlertPlanning.Owner)
        {
            var answer = await channels.SendToOwnerAsync(message, cancellationToken);
            await settlement.OfOwnerAsync(tenant, until, alerts[0].RaisedAt, answer, cancellationToken);
        }
        else if (await tables.Destinations.FindAsync(tenant, destinationId, cancellationToken) is { } destination)
        {
            await SendAsync(destination, message, until, cancellationToken);
        }
        return ids.Count;
    }

    private async Task SendAsync(AlertDestinationRow destination, AlertMessage message, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (destination.State == AlertDestinationState.Disabled)
        {
            await settlement.HoldAsync(destination, until, cancellationToken);
            return;
        }
        var answer = await channels.SendAsync(destination, message, cancellationToken);
        await settlement.OfAsync(destination, until, answer, cancellationToken);
    }
}
