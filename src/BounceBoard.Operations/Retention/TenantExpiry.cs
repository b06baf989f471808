using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Retention;

namespace BounceBoard.Operations.Retention;

/// <summary>
/// Removes one tenant's old rows, each range in a transaction of the tenant's turn. Stopped at any moment it leaves nothing half: the next run
/// goes on.
/// </summary>
public sealed class TenantExpiry(Database database, ExpiryWriter writer)
{
    /// <summary>Removes people who appear in old refusals only. The refusals are counted, not removed.</summary>
    internal async Task RemovePeopleAsync(TenantId tenant, DateTimeOffset before, Expired expired, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (await NextAsync(tenant, after, before, cancellationToken) is { } range)
        {
            after = range.Last;
            expired.People += range.People;
            expired.Refusals += range.Refusals;
        }
    }

    /// <summary>Removes everything else that is old.</summary>
    internal async Task RemoveAsync(TenantId tenant, DateTimeOffset before, Expired expired, CancellationToken cancellationToken)
    {
        for (var step = 0; step < ExpiryWriter.Steps; step++)
        {
            while (await NextAsync(tenant, step, before, cancellationToken) is { } rows)
            {
                expired.Add(ExpiryWriter.KindOf(step), rows);
            }
        }
    }

    private Task<ExpiredPeople?> NextAsync(TenantId tenant, long after, DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(tenant), transaction => writer.RemovePeopleAsync(tenant, after, before, transaction, cancellationToken), cancellationToken);

    private Task<int?> NextAsync(TenantId tenant, int step, DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(tenant), transaction => writer.RemoveAsync(tenant, step, before, transaction, cancellationToken), cancellationToken);
}
