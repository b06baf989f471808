using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Builds what the rules may look at for one recipient out of everything known of the tenant.</summary>
/// <param name="compareNow">The refusing server against DNS and routes as known at <paramref name="now"/>.</param>
public sealed class RecipientFacts(TenantEvidence tenant, Func<KnownRefusal, EndpointComparison> compareNow, DateTimeOffset now)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);
    private readonly Dictionary<(Episode, Outage?, string, string?, IPAddress?, EndpointRelation, EndpointRelation?), Surroundings> _around = [];
    private readonly Dictionary<ScopeKey, bool> _open = [];

    /// <summary>The facts of a refusal with those that count with it.</summary>
    public RefusalFacts Of(PersonHistory history)
    {
        var (judged, refusal, outage) = (history.Judged, history.Judged.Refusal, history.Outage);
        var comparison = compareNow(refusal);
        var around = Around(judged, outage, comparison.Relation);
        return Said(judged, comparison) with
        {
            FirstAt = FirstOf(history).Refusal.At,
            Refusals = history.Counted.Count,
            PeopleInIncident = outage?.People ?? around.Episode.People,
            IncidentOpenAtScope = IsIncidentOpen(ScopeKey.Of(judged.Fingerprint)),
            IncidentLastAt = around.LastOverPath,
            DeliveriesKnown = tenant.KnowsDeliveries(refusal.At - Day, now < refusal.At + Day ? now : refusal.At + Day),
            DeliveredByPool = Surroundings.ByPool(TenantEvidence.Between(around.Path, refusal.At - Day, refusal.At)),
            DeliveredDuringByPool = around.During,
            DeliveredSinceByPool = around.Since,
            DeliveredToRecipientSince = around.Named.Any(row => row.Person == refusal.Person && row.At > refusal.At),
            FailingPools = around.Episode.Pools,
            RefusedInControlledRetry = refusal.IsControlledRetry && judged.WasClean && outage is null,
            DeliveredInControlledRetry = around.Tests.Any(row => row.Person == refusal.Person || SpeaksForOthers(history)),
            SpikeSince = outage?.Since,
            SpikeStoppedAt = outage?.StoppedAt,
            OtherSendersAffected = outage?.OtherSenders ?? 0,
            ExplainedBy = around.ExplainedBy?.Facet,
            Grace = Grace,
        };
    }

    /// <summary>What separates failing from delivered around the refusal; null when nothing does.</summary>
    public Separation? ExplainedBy(PersonHistory history) =>
        Around(history.Judged, history.Outage, compareNow(history.Judged.Refusal).Relation).ExplainedBy;

    // What the refusal says by itself.
    private static RefusalFacts Said(JudgedRefusal judged, EndpointComparison comparison)
    {
        var refusal = judged.Refusal;
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
            ComparisonFirst = judged.First,
            SendingIp = refusal.SendingIp,
            Pool = refusal.Pool,
            EnvelopeSender = refusal.Sender,
            Verified = refusal.Verified,
            Permanent = refusal.Permanent,
            FirstAt = refusal.At,
            LastAt = refusal.At,
        };
    }

    // A mailbox that was put off is not known to be dead: its grace period begins with the first final refusal. A route may be wrong in either words.
    private static JudgedRefusal FirstOf(PersonHistory history) =>
        (history.Judged.Refusal is { Permanent: true, Family: not (RefusalFamily.Relay or RefusalFamily.Domain) }
            ? history.Counted.FirstOrDefault(judged => judged.Refusal.Permanent == true)
            : null) ?? history.Counted[0];

    // Another person's test says that the path works again, not that this mailbox exists.
    private static bool SpeaksForOthers(PersonHistory history) =>
        history.Outage is not null || history.Judged.Refusal.Family != RefusalFamily.Mailbox || !history.Judged.WasClean;

    private Surroundings Around(JudgedRefusal judged, Outage? outage, EndpointRelation relation)
    {
        var refusal = judged.Refusal;
        var episode = tenant.EpisodeOf(judged);
        var key = (episode, outage, refusal.Domain.Value, refusal.Pool, refusal.Endpoint.Ip, relation, judged.Then?.Relation);
        var isWrong = relation is EndpointRelation.FormerMx or EndpointRelation.Foreign or EndpointRelation.Pinned;
        return _around.TryGetValue(key, out var known) ? known : _around[key] = new Surroundings(judged, outage, episode, isWrong, tenant, now);
    }

    private bool IsIncidentOpen(ScopeKey scope) => _open.TryGetValue(scope, out var known)
        ? known
        : _open[scope] = tenant.OutagesAt(scope).Any(outage => outage.Holds(now, Grace)) || ScopeTrouble.IsRecent(tenant.AtScope(scope), now, Grace);
}
