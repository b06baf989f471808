using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>The right to send over a route, or to be connected to a destination; one holder at a time over all nodes.</summary>
/// <param name="Failures">Troubles in a row before this turn.</param>
internal sealed record RetryTurn(TenantId Tenant, string Destination, long Holder, int Failures);
