using System.Data.Common;
using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Moves the due times of watched domains. A look is claimed by compare-and-set, so that two nodes never ask twice.</summary>
public sealed class DomainWatchWriter
{
    private const string SoonerOnly = """
        ON CONFLICT (domain) DO UPDATE SET due_at = excluded.due_at WHERE excluded.due_at < domain_watch.due_at
        """;

    /// <summary>Watches the domains from now on; one that is watched already becomes due no later than before.</summary>
    public async Task WatchAsync(
        IReadOnlyCollection<DomainName> domains, DateTimeOffset dueAt, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        // What is due already is left alone: its row would stay locked for the other tenants until this transaction ends.
        var sql = $"""
            SELECT domain FROM domain_watch WHERE domain {dialect.AnyOf("@names")} AND due_at <= @dueAt
            """;
        var due = await transaction.ListAsync<string>(sql, new { names = dialect.List(domains.Select(domain => domain.Value)), dueAt }, cancellationToken);
        // In one order everywhere: two transactions that wait for one another's domains would end in a deadlock.
        var rest = domains.Select(domain => domain.Value).Except(due, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var table = new BulkTable<string>(
            "domain_watch",
            ["domain", "due_at", "lease_until", "failures"],
            (domain, sink) =>
            {
                sink.Write(domain);
                sink.Write(dueAt.ToUnixTimeMilliseconds());
                sink.Write(0L);
                sink.Write(0L);
            });
        await transaction.UpsertAsync(new BulkUpsert<string>(table, SoonerOnly), rest, null, cancellationToken);
    }

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
