using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.Outside;
using BounceBoard.Operations.RetryBatches.Sending;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>A platform that must send itself gets each recipient by a signed post.</summary>
internal sealed class WebhookTransport(IOutside outside, SendingRouteSeal seal, TimeProvider time) : IRetryTransport
{
    public SendingRouteKind Kind => SendingRouteKind.Webhook;

    public Task<RetryDestination> FindAsync(RetryShipment shipment, CancellationToken cancellationToken)
    {
        var host = new Uri(shipment.Route.Webhook).Host;
        return Task.FromResult(new RetryDestination($"platform {host}", false, host, []));
    }

    public IRetryPassage Open(RetryDestination destination) => new WebhookPassage(outside, seal, time);
}
