using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Jobs;

namespace BounceBoard.Operations.Jobs;

/// <summary>
/// Works due rows through a queue that several nodes share. Each tenant with due rows has one chain: one place in the queue, a slice, a new place at the
/// tail. A tenant with a million rows and one with a single row alternate, and what is queued is never more than the tenants.
/// </summary>
public sealed class SliceChains(Database database, SliceChainWriter writer, TimeProvider time)
{
    /// <summary>Longer than a slice and its wait in the queue; a chain that waited longer is replaced and finds that out.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>A process that ends again and again has ended for good, or stays, before what it was at twice is tried once more.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>Begins a chain for every tenant that has due rows and none.</summary>
    /// <returns>The chains whose first slice is to be queued.</returns>
    public async Task<IReadOnlyList<SliceChain>> BeginAsync(ITenantWork work, CancellationToken cancellationToken)
    {
        var tenants = await work.TenantsAsync(cancellationToken);
        if (tenants.Count == 0)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var id = RowIds.Next(now);
        var begun = await database.WriteAsync(
            Turn.Open,
            transaction => writer.BeginAsync(work.Name, tenants, id, now, now + Lease, transaction, cancellationToken),
            cancellationToken);
        return [.. begun.Select(tenant => new SliceChain(tenant, id))];
    }

    /// <summary>Works one slice of the chain.</summary>
    /// <returns>True when the next slice is to be queued; false when nothing is left, or another chain has taken this one's place.</returns>
    public async Task<bool> WorkAsync(ITenantWork work, SliceChain chain, CancellationToken cancellationToken)
    {
        var isAlive = await database.WriteAsync(
            Turn.Open,
            transaction => writer.TryRenewAsync(chain.Tenant, work.Name, chain.Id, time.GetUtcNow() + Lease, transaction, cancellationToken),
            cancellationToken);
        if (!isAlive)
        {
            return false;
        }

        if ((await work.WorkAsync(chain.Tenant, cancellationToken)).Claimed > 0)
        {
            return true;
        }

        await database.WriteAsync(
            Turn.Open, transaction => writer.EndAsync(chain.Tenant, work.Name, chain.Id, transaction, cancellationToken), cancellationToken);
        return false;
    }

    /// <summary>Called when a host starts. A queue in its memory begins empty: chains and claims of the process before would be waited for in vain.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.Dialect.Provider == StorageProvider.PostgreSql
            ? Task.CompletedTask
            : database.WriteAsync(Turn.Installation, transaction => writer.EndAllAsync(now, now + Rest, transaction, cancellationToken), cancellationToken);
    }
}
