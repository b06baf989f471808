using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Reads which domains are due, and who still cares for one.</summary>
public sealed class DomainWatchReader(Database.Database database)
{
    /// <summary>Due domains that nobody is asking for right now, longest due first.</summary>
    public Task<IReadOnlyList<DomainWatchRow>> ListDueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        database.ListAsync<DomainWatchRow>(
            """
            SELECT domain, due_at, lease_until, failures, last_at
            FROM domain_watch
            WHERE due_at <= @now AND lease_until <= @now
            ORDER BY due_at, domain
            LIMIT @take
            """,
            new { now, take },
            cancellationToken);

    public Task<DomainWatchRow?> FindAsync(DomainName domain, CancellationToken cancellationToken) =>
        database.FindAsync<DomainWatchRow>(
            """SELECT domain, due_at, lease_until, failures, last_at FROM domain_watch WHERE domain = @domain""",
            new { domain = domain.Value },
            cancellationToken);
}
