using System.Collections.Concurrent;
using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.MxObservations;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Asks DNS again for every domain that a tenant cares for, and keeps what was said. The network is never waited for inside a transaction.</summary>
public sealed partial class MxRefresh(
    Database database, DomainWatchReader due, DomainWatchWriter watch, WatchTargetReader targets, ObservationFiling filing, DnsLook look,
    TimeProvider time, ILogger<MxRefresh> logger)
{
    private const int AtOnce = 8;
    private const int MostPerRun = 500;
    private const int MostAddresses = 8;

    /// <summary>Longer than the patience with one resolver: a claim outlives its look unless the process died.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Refusals this far back have their addresses asked.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>Looks at every domain that is due, forgets those nobody cares for any more, starts with those that are new.</summary>
    /// <returns>Domains of which some resolver says something else than last time.</returns>
    public async Task<IReadOnlyList<DomainName>> RefreshDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(
            Turn.Open,
            async transaction =>
            {
                await watch.WatchMissingAsync(now, transaction, cancellationToken);
                await watch.DropUnwatchedAsync(now, transaction, cancellationToken);
            },
            cancellationToken);
        var rows = await due.ListDueAsync(now, MostPerRun, cancellationToken);
        var changed = new ConcurrentBag<DomainName>();
        await Parallel.ForEachAsync(
            rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (row, token) =>
            {
                if (DomainName.TryParse(row.Domain, out var domain) && await LookAsync(domain, row.Failures, [], onlyClaimed: true, token))
                {
                    changed.Add(domain);
                }
            });
        if (rows.Count > 0)
        {
            LogRun(rows.Count, changed.Count);
        }
        return [.. changed.OrderBy(domain => domain.Value, StringComparer.Ordinal)];
    }

    /// <summary>Looks at one domain now, whether it is due, watched or neither.</summary>
    /// <returns>True when some resolver says something else than last time, or was asked for the first time.</returns>
    public Task<bool> RefreshAsync(DomainName domain, CancellationToken cancellationToken) => RefreshAsync(domain, [], cancellationToken);

    /// <inheritdoc cref="RefreshAsync(DomainName, CancellationToken)"/>
    /// <param name="refusing">Addresses whose reverse names are asked too, though no stored refusal names them yet.</param>
    public async Task<bool> RefreshAsync(DomainName domain, IReadOnlyList<IPAddress> refusing, CancellationToken cancellationToken)
    {
        var row = await due.FindAsync(domain, cancellationToken);
        return await LookAsync(domain, row?.Failures ?? 0, refusing, onlyClaimed: false, cancellationToken);
    }

    private async Task<bool> LookAsync(
        DomainName domain, long failures, IReadOnlyList<IPAddress> refusing, bool onlyClaimed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var leaseUntil = now + Lease;
        var isClaimed = await database.WriteAsync(
            Turn.Open, transaction => watch.ClaimAsync(domain, now, leaseUntil, transaction, cancellationToken), cancellationToken);
        if (!isClaimed && onlyClaimed)
        {
            return false;
        }
        var stored = await targets.RefusingAddressesAsync(domain, now - Recent, MostAddresses, cancellationToken);
        var answers = await look.AskAsync(
            new LookTargets(domain, [.. refusing.Take(MostAddresses).Union(stored)], await targets.SelectorsAsync(domain, cancellationToken)),
            cancellationToken);
        var at = time.GetUtcNow();
        var (pause, inARow) = NextLook.After(answers, failures, Random.Shared.NextDouble());
        return await database.WriteAsync(
            Turn.Of(domain),
            async transaction =>
            {
                if (isClaimed)
                {
                    await watch.ReleaseAsync(domain, leaseUntil, at, at + pause, inARow, transaction, cancellationToken);
                }
                return await filing.StoreAsync(answers, at, transaction, cancellationToken);
            },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked at the DNS of {Domains} domains; {Changed} changed.")]
    private partial void LogRun(int domains, int changed);
}
