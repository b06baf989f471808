using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Builds what the rules may look at for one recipient out of everything known of the tenant.</summary>
public sealed class RecipientFacts(TenantEvidence tenant, Func<KnownRefusal, EndpointComparison> compareNow, DateTimeOffset now)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The facts of a person's refusals.</summary>
    /// <param name="own">At least one, oldest first.</param>
    public RefusalFacts Of(IReadOnlyList<JudgedRefusal> own) => Of(PersonHistory.Of(own, tenant));

    /// <summary>The facts of a refusal with those that count with it.</summary>
    public RefusalFacts Of(PersonHistory history)
    {
        var (judged, refusal) = (history.Judged, history.Judged.Refusal);
        var episode = Episode.Of(judged, tenant);
        var lastOverPath = LastOverPath(episode, refusal);
        var path = tenant.OverThePathOf(judged).ToList();
        var comparison = compareNow(refusal);
        var isMixed = RouteMix.IsMixed(episode, refusal, path);
        var (grace, explained) = (TimeSpan.FromHours(24), ExplainedBy(history, episode));
        return new RefusalFacts
        {
            RecipientDomain = refusal.Domain.Value,
            Category = refusal.Category,
            Family = refusal.Family,
            ReplyCode = refusal.ReplyCode,
            Status = refusal.Status,
            ReplyText = refusal.ReplyText,
            Stage = refusal.Stage,
            Endpoint = refusal.Endpoint,
            Comparison = comparison,
            ComparisonThen = judged.Then,
            SendingIp = refusal.SendingIp,
            Pool = refusal.Pool,
            Verified = refusal.Verified,
            Permanent = refusal.Permanent,
            FirstAt = history.Counted[0].Refusal.At,
            LastAt = refusal.At,
            Refusals = history.Counted.Count,
            PeopleInIncident = history.Outage?.People ?? episode.People,
            IncidentOpenAtScope = IsIncidentOpen(judged, grace),
            DeliveriesKnown = tenant.KnowsDeliveries(refusal.At - Day, Earlier(now, refusal.At + Day)),
            DeliveredByPool = ByPool(path.Where(row => row.At <= refusal.At && row.At > refusal.At - Day)),
            DeliveredDuringByPool = ByPool(path.Where(row => row.At >= episode.Since && row.At <= episode.LastAt + Margin(row, refusal))),
            DeliveredSinceByPool = ByPool(path.Where(row => row.At > lastOverPath && Proves(row, judged, explained, isMixed, IsWrong(comparison)))),
            DeliveredToRecipientSince = path.Any(row => row.Person == refusal.Person && row.At > refusal.At),
            FailingPools = episode.Pools,
            RefusedInControlledRetry = refusal.IsControlledRetry && judged.WasClean && history.Outage is null,
            DeliveredInControlledRetry = path.Any(row => row.IsControlledRetry && row.At > lastOverPath && IsTestOf(row, history)),
            SpikeSince = history.Outage?.Since,
            SpikeStoppedAt = history.Outage?.StoppedAt,
            IncidentLastAt = lastOverPath,
            OtherSendersAffected = history.Outage?.OtherSenders ?? 0,
            ExplainedBy = explained?.Facet,
            EnvelopeSender = refusal.Sender,
            Grace = grace,
        };
    }

    /// <summary>What separates failing from delivered in the outage, or else in the episode.</summary>
    public Separation? ExplainedBy(PersonHistory history, Episode episode)
    {
        var (from, until) = history.Outage is { } outage
            ? (outage.Since, outage.StoppedAt ?? now)
            : (episode.Since, episode.LastAt + Settling);
        var scope = ScopeKey.Of(history.Judged.Fingerprint);
        return Separation.Find(
            [.. Outages.Eligible(tenant.OfIncident(history.Judged.Fingerprint)).Where(judged => judged.Refusal.At >= from && judged.Refusal.At <= until)],
            [.. tenant.DeliveredAt(scope).Where(row => row.At >= ScopeHours.StartOf(from) && row.At < until)]);
    }

    private static TimeSpan Settling => TimeSpan.FromHours(1);

    // A pool that was refused delivers again only after its last refusal; others deliver at the same time, give or take half an hour.
    private static TimeSpan Margin(KnownDelivery row, KnownRefusal refusal) => row.Pool == refusal.Pool ? TimeSpan.Zero : TimeSpan.FromMinutes(30);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // Where capital letters alone fail, deliveries without them prove nothing; nor does a pool that gets through by another way all the time.
    private static bool Proves(KnownDelivery row, JudgedRefusal judged, Separation? explained, bool isMixed, bool isWrong) =>
        (explained?.Facet != "upper-case" || row.HasUpperCase == true)
        && !(isWrong && TenantEvidence.IsAt(row, judged))
        && (!isMixed || judged.IsOfReceiver || (judged.Then?.Relation == EndpointRelation.OwnRelay && TenantEvidence.IsAt(row, judged)));

    private static bool IsWrong(EndpointComparison comparison) =>
        comparison.Relation is EndpointRelation.FormerMx or EndpointRelation.Foreign or EndpointRelation.Pinned;

    // Another person's test says that the path works again, not that this mailbox exists.
    private static bool IsTestOf(KnownDelivery row, PersonHistory history) =>
        row.Person == history.Judged.Refusal.Person || history.Outage is not null || history.Judged.Refusal.Family != Bounces.RefusalFamily.Mailbox
        || !history.Judged.WasClean;

    private static DateTimeOffset LastOverPath(Episode episode, KnownRefusal refusal) =>
        episode.Refusals.Where(other => other.Refusal.Pool == refusal.Pool).Select(other => other.Refusal.At).Append(refusal.At).Max();

    private static Dictionary<string, long> ByPool(IEnumerable<KnownDelivery> rows) =>
        rows.GroupBy(row => row.Pool ?? "", StringComparer.Ordinal).ToDictionary(pool => pool.Key, pool => pool.Sum(row => row.Count), StringComparer.Ordinal);

    private bool IsIncidentOpen(JudgedRefusal judged, TimeSpan grace)
    {
        var scope = ScopeKey.Of(judged.Fingerprint);
        return tenant.OutagesAt(scope).Any(outage => outage.Holds(now, grace)) || ScopeTrouble.IsRecent(tenant.AtScope(scope), now, grace);
    }
}
