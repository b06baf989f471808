using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Jobs;

/// <summary>Works without a job server: slice by slice, the tenants in turn, until nothing is due.</summary>
internal static class TenantRounds
{
    /// <returns>Number of rows that changed.</returns>
    public static async Task<int> RunAsync(ITenantWork work, CancellationToken cancellationToken)
    {
        var done = 0;
        var waiting = new Queue<TenantId>(await work.TenantsAsync(cancellationToken));
        while (waiting.TryDequeue(out var tenant))
        {
            var slice = await work.WorkAsync(tenant, cancellationToken);
            done += slice.Done;
            if (slice.Claimed > 0)
            {
                waiting.Enqueue(tenant);
            }
        }

        return done;
    }
}
