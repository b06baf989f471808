using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>A few attempts that one claim holds.</summary>
/// <param name="Until">End of the claim's lease.</param>
/// <param name="Attempts">In the order of sending.</param>
internal sealed record RetrySlice(
    TenantId Tenant, RetryBatchRow Batch, SendingRouteRow Route, long Claim, DateTimeOffset Until, IReadOnlyList<RetryAttemptRow> Attempts);
