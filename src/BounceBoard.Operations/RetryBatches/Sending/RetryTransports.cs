using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>The ways out of the house by their kind.</summary>
internal sealed class RetryTransports(IEnumerable<IRetryTransport> all)
{
    private readonly Dictionary<SendingRouteKind, IRetryTransport> _byKind = all.ToDictionary(transport => transport.Kind);

    /// <returns>Null for routes whose mails a person fetches.</returns>
    public IRetryTransport? Of(SendingRouteKind kind) => _byKind.GetValueOrDefault(kind);
}
