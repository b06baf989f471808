using BounceBoard.Mail.Sending.Retries;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>A way to one destination, for one mail at a time; disposing ends its connection.</summary>
internal interface IRetryPassage : IAsyncDisposable
{
    /// <summary>Hands one recipient's mail over.</summary>
    /// <param name="beforeHandOver">
    /// Asked once, when everything but the last step is done: before the final dot of the data, before the post. It commits that the mail may be delivered from
    /// here on. False: nothing more is sent, and the outcome is NotSent.
    /// </param>
    /// <returns>
    /// Accepted: the other side took it. NotSent: surely nothing was delivered. InDoubt: it may have been. Deferred and Refused: the other side said so; of the
    /// recipient only when ConcernsRecipient.
    /// </returns>
    Task<RetryOutcome> SendAsync(RetryShipment shipment, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken cancellationToken);
}
