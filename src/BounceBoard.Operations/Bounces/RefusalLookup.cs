using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;

namespace BounceBoard.Operations.Bounces;

/// <summary>Reads what the table knows of a batch's refusals, with a few statements whatever the batch's size.</summary>
internal sealed class RefusalLookup(RefusalWriter refusals)
{
    private const int AtOnce = 10_000;

    // Beyond that somebody floods one person with made-up refusals: then each person gets an equal, small share.
    private const int Most = 50_000;
    private const int MostOfOne = 200;

    // A refusal is filed at most a day before its time (see RefusalReports.WithCredibleTime); clocks of nodes may differ a little.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    public async Task<KnownRefusals> ReadAsync(
        TenantId tenant, IReadOnlyList<ToldRefusal> told, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var known = new Dictionary<long, RefusalRow>();
        void Keep(IEnumerable<RefusalRow> rows)
        {
            foreach (var row in rows)
            {
                known[row.Id] = row;
            }
        }

        foreach (var part in told.GroupBy(one => one.Second is null).SelectMany(group => group.Chunk(AtOnce)))
        {
            // The key of a report without a time may be as old as the house.
            var first = part[0].Second is null ? 0 : RowIds.First(part.Min(one => one.Row.OccurredAt) - Ahead);
            Keep(await refusals.FindByKeyAsync(tenant, [.. part.Select(one => one.Key).Distinct()], first, transaction, cancellationToken));
        }

        foreach (var part in told.Where(one => one.MayBeNear).GroupBy(one => one.IsDeferral).SelectMany(group => group.Chunk(AtOnce)))
        {
            Keep(await FindNearAsync(tenant, part, transaction, cancellationToken));
        }

        var index = new KnownRefusals();
        foreach (var row in known.Values)
        {
            index.Add(new FiledRefusal(row));
        }

        return index;
    }

    /// <summary>Which messages of the reports a source that vouches for itself told of.</summary>
    public async Task<HashSet<string>> VerifiedMessagesAsync(
        TenantId tenant, IEnumerable<string> messages, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var verified = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in messages.Distinct().Chunk(AtOnce))
        {
            verified.UnionWith(await refusals.VerifiedMessagesAsync(tenant, part, transaction, cancellationToken));
        }

        return verified;
    }

    private async Task<IReadOnlyList<RefusalRow>> FindNearAsync(
        TenantId tenant, IReadOnlyCollection<ToldRefusal> told, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var all = await refusals.FindNearAsync(tenant, SearchFor(told), Most, transaction, cancellationToken);
        if (all.Count < Most)
        {
            return all;
        }

        var shares = new List<RefusalRow>();
        foreach (var person in told.GroupBy(one => one.Row.RecipientKey))
        {
            shares.AddRange(await refusals.FindNearAsync(tenant, SearchFor([.. person]), MostOfOne, transaction, cancellationToken));
        }

        return shares;
    }

    private static RefusalSearch SearchFor(IReadOnlyCollection<ToldRefusal> told)
    {
        var deferrals = told.First().IsDeferral;
        var window = deferrals ? RefusalFold.DeferralWindow : RefusalFold.PermanentWindow;
        var from = told.Min(one => one.Row.OccurredAt) - window;
        return new RefusalSearch(
            deferrals,
            [.. told.Select(one => one.Row.RecipientKey).Distinct()],
            from,
            told.Max(one => one.Row.OccurredAt) + window,
            // The time of a refusal may have been told by a later report than its first.
            RowIds.First(from - RefusalFold.PermanentWindow - Ahead),
            [.. told.Select(one => one.Report.MessageId).OfType<string>().Distinct()],
            [.. told.Select(one => one.Report.QueueId).OfType<string>().Distinct()],
            SecondsOf(told.Where(one => !one.HasBothIds)),
            SecondsOf(told.Where(one => one.HasBothIds)));
    }

    private static HashSet<long> SecondsOf(IEnumerable<ToldRefusal> told) =>
        told.Select(one => one.Second).OfType<long>().SelectMany(second => (long[])[second - 1, second, second + 1]).ToHashSet();
}
