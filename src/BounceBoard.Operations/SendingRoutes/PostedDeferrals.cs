using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>
/// Knows a posted deferral again. It decides nothing, so the attempt does not show that it was told; the refusals of the mail do. A platform that hears no
/// answer posts once more, and that is not another deferral.
/// </summary>
internal sealed class PostedDeferrals(Database database, RefusalWriter refusals)
{
    // So many deferrals of one post's mails are made up; then some may count twice.
    private const int Most = 50_000;

    /// <returns>Ids of the attempts whose posted deferral stands here already.</returns>
    public async Task<IReadOnlyList<long>> KnownAsync(
        TenantId tenant, IReadOnlyCollection<(RetryAttemptRow Attempt, PostedOutcome Outcome)> told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deferred = told.Where(one => one.Outcome.Outcome == PostedOutcomeKind.Deferred).ToList();
        if (deferred.Count == 0)
        {
            return [];
        }
        var search = SearchFor(deferred, now);
        var rows = await database.WriteAsync(
            Turn.Open, transaction => refusals.FindNearAsync(tenant, search, Most, transaction, cancellationToken), cancellationToken);
        var times = rows.ToLookup(row => (row.MessageId, row.RecipientKey), row => row.OccurredAt);
        return [.. deferred.Where(one => times[(one.Attempt.MessageId, one.Attempt.RecipientKey)].Any(at => IsSame(At(one, now), at))).Select(one => one.Attempt.Id)];
    }

    // Without a time of its own it could be any: then the first one stands for all.
    private static bool IsSame(DateTimeOffset? told, DateTimeOffset known) => told is not { } at || (at - known).Duration() <= RefusalFold.DeferralWindow;

    private static DateTimeOffset? At((RetryAttemptRow Attempt, PostedOutcome Outcome) told, DateTimeOffset now) =>
        told.Outcome.CredibleAt(told.Attempt.HandedAt ?? now, now);

    private static RefusalSearch SearchFor(List<(RetryAttemptRow Attempt, PostedOutcome Outcome)> deferred, DateTimeOffset now)
    {
        var handed = deferred.Min(one => one.Attempt.HandedAt ?? now);
        var times = deferred.Select(one => At(one, now)).OfType<DateTimeOffset>().Append(handed).Append(now).ToList();
        return new RefusalSearch(
            true,
            [.. deferred.Select(one => one.Attempt.RecipientKey).Distinct()],
            times.Min() - RefusalFold.DeferralWindow,
            times.Max() + RefusalFold.DeferralWindow,
            // Nothing can be told of a mail before it was handed over.
            RowIds.First(handed - RefusalFold.DeferralWindow),
            [.. deferred.Select(one => one.Attempt.MessageId).Distinct()],
            [],
            [],
            []);
    }
}
