using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>Words and sends what is due in the outbox. A storm is worded whole before it is sent, so that it makes one message and not hundreds.</summary>
public sealed class AlertDesk : ITenantWork
{
    private const int MostWorded = 50;
    private const int MostDestinations = 5;

    private readonly DueAlertReader _due;
    private readonly AlertPlanning _planning;
    private readonly AlertSending _sending;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _time;

    internal AlertDesk(DueAlertReader due, AlertPlanning planning, AlertSending sending, ChangeFeed feed, TimeProvider time) =>
        (_due, _planning, _sending, _feed, _time) = (due, planning, sending, feed, time);

    public string Name => "alert";

    /// <summary>Sends all that is due.</summary>
    /// <returns>Number of alerts that were sent or tried.</returns>
    public Task<int> SendDueAsync(CancellationToken cancellationToken) => TenantRounds.RunAsync(this, cancellationToken);

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => _due.TenantsAsync(_time.GetUtcNow(), cancellationToken);

    public async Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var worded = await _planning.PlanAsync(tenant, MostWorded, cancellationToken);
        var sent = 0;
        if (worded < MostWorded)
        {
            foreach (var destination in await _due.DestinationsAsync(tenant, _time.GetUtcNow(), MostDestinations, cancellationToken))
            {
                sent += await _sending.SendAsync(tenant, destination, cancellationToken);
            }
        }
        if (worded + sent > 0)
        {
            _feed.Publish(tenant, ChangeKind.Settings);
        }
        return new Slice(worded + sent, sent);
    }
}
