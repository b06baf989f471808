using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>One recipient's mail on its way out.</summary>
/// <param name="Route">As it stands now; its revision is the plan's.</param>
/// <param name="Token">Names the attempt to whoever reports its outcome; see VerpToken.</param>
/// <param name="EnvelopeSender">The route's prefix and the token at the original's envelope domain.</param>
internal sealed record RetryShipment(
    TenantId Tenant, RetryBatchRow Batch, SendingRouteRow Route, RetryAttemptRow Attempt, string Token, string EnvelopeSender)
{
    /// <summary>The refusal that is tried again; null when it is no longer kept.</summary>
    public RefusalRow? Refusal { get; init; }
}
