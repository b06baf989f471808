using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Web.Tests.RetryBatches;

/// <summary>Batches for pages to show.</summary>
internal static class RetryPages
{
    /// <summary>An incident of one refused mail, and a batch about it.</summary>
    /// <param name="attempts">State of each attempt, in order; those that are not named are planned.</param>
    /// <returns>Id of the batch.</returns>
    public static async Task<long> StoreAsync(
        this PageHouse house, TenantContext tenant, RetryBatchState state, int stage, int[] stages, params AttemptState[] attempts)
    {
        var retry = new StoredRetry(house.Get<Database>(), tenant.Tenant.Id, await house.IncidentAsync(tenant), house.Time.GetUtcNow());
        return await retry.AddAsync(state, stage, stages, attempts);
    }

    /// <summary>An incident of one refused mail.</summary>
    public static async Task<IncidentRow> IncidentAsync(this PageHouse house, TenantContext tenant)
    {
        await house.RefuseAsync(tenant);
        return (await house.Get<IncidentReader>().ListAsync(tenant.Tenant.Id, IncidentFilter.All, default))[0];
    }
}
