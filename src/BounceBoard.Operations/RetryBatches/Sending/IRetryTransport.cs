using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>One kind of way out of the house. A route that a person fetches from, an export, has none.</summary>
internal interface IRetryTransport
{
    SendingRouteKind Kind { get; }

    /// <summary>Looks where this recipient's mail goes now; nothing is sent and no connection is opened.</summary>
    Task<RetryDestination> FindAsync(RetryShipment shipment, CancellationToken cancellationToken);

    /// <summary>A way that is used for one mail after the other, as long as they go to the same destination; it connects with the first.</summary>
    IRetryPassage Open(RetryDestination destination);
}
