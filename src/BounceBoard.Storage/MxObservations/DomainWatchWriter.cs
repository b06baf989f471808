using System.Data.Common;
using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Moves the due times of watched domains. A look is claimed by compare-and-set, so that two nodes never ask twice.</summary>
public sealed class DomainWatchWriter
{
    /// <summary>Watches the domain from now on; one that is watched already becomes due no later than before.</summary>
    public Task WatchAsync(DomainName domain, DateTimeOffset dueAt, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO domain_watch (domain, due_at, lease_until, failures, last_at) VALUES (@domain, @dueAt, 0, 0, NULL)
            ON CONFLICT (domain) DO UPDATE SET due_at = excluded.due_at WHERE excluded.due_at < domain_watch.due_at
            """,
            new { domain = domain.Value, dueAt },
            cancellationToken);

    /// <summary>Watches every domain that a tenant cares for and nobody watches yet.</summary>
    /// <returns>Domains added.</returns>
    public Task<int> WatchMissingAsync(DateTimeOffset dueAt, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            $"""
            INSERT INTO domain_watch (domain, due_at, lease_until, failures, last_at)
            SELECT wanted.domain, @dueAt, 0, 0, NULL
            FROM ({WatchedDomains.Sql}) wanted
            WHERE NOT EXISTS (SELECT 1 FROM domain_watch w WHERE w.domain = wanted.domain)
            ON CONFLICT (domain) DO NOTHING
            """,
            new { dueAt },
            cancellationToken);

    /// <summary>Takes the look at a domain for this caller.</summary>
    /// <param name="leaseUntil">The claim ends then by itself, should the caller die; it is also the claim's name.</param>
    /// <returns>False when somebody else holds it, or the domain is not watched.</returns>
    public async Task<bool> ClaimAsync(
        DomainName domain, DateTimeOffset now, DateTimeOffset leaseUntil, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE domain_watch SET lease_until = @leaseUntil WHERE domain = @domain AND lease_until <= @now""",
            new { domain = domain.Value, now, leaseUntil },
            cancellationToken) == 1;

    /// <summary>Ends a claim and says when to look again.</summary>
    /// <returns>False when the claim had run out and somebody else took it.</returns>
    public async Task<bool> ReleaseAsync(
        DomainName domain, DateTimeOffset leaseUntil, DateTimeOffset at, DateTimeOffset dueAt, long failures,
        DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE domain_watch SET lease_until = 0, due_at = @dueAt, last_at = @at, failures = @failures
            WHERE domain = @domain AND lease_until = @leaseUntil
            """,
            new { domain = domain.Value, leaseUntil, at, dueAt, failures },
            cancellationToken) == 1;

    /// <summary>Forgets due domains that no tenant cares for any more; their observations stay.</summary>
    /// <returns>Domains dropped.</returns>
    public Task<int> DropUnwatchedAsync(DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            $"""
            DELETE FROM domain_watch
            WHERE due_at <= @now AND lease_until <= @now AND domain NOT IN (SELECT wanted.domain FROM ({WatchedDomains.Sql}) wanted)
            """,
            new { now },
            cancellationToken);
}
