using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Verdicts;

/// <summary>
/// Gathers from the tables what the rules may look at. What is later than the time asked for is left out, so that a past moment can be judged again;
/// counts are by the hour, and the hour of that time counts whole.
/// </summary>
internal sealed class FactGathering(IncidentReader incidents, DeliveryHourReader deliveries, ObservedDns dns)
{
    /// <summary>How much of the past speaks for deliveries and for the days of an outage.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);

    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <returns>Null when the recipient's domain is no domain name.</returns>
    public async Task<DecisionInput?> GatherAsync(
        TenantFacts tenant, IncidentRow incident, RefusalGroup group, ScopePicture picture, IReadOnlyList<string> failingPools, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        DomainName.TryParse(group.Latest.RecipientDomain, out var domain)
            ? await GatherAsync(tenant, incident, group, domain, picture, failingPools, now, cancellationToken)
            : null;

    private async Task<DecisionInput> GatherAsync(
        TenantFacts tenant, IncidentRow incident, RefusalGroup group, DomainName domain, ScopePicture picture, IReadOnlyList<string> failingPools, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (firstAt, lastAt) = (group.Rows.Min(row => row.OccurredAt), group.Latest.OccurredAt);
        var endpoint = RemoteEndpoint.Of(group.Latest.RemoteMta, group.Latest.RemoteIp, group.Latest.Side);
        var said = Said(group, firstAt, (await dns.ReadAsync(tenant, domain, endpoint, cancellationToken)).KnownAt(now), now);
        var spike = picture.SpikeAt(lastAt);
        var days = await DaysAsync(tenant.Id, incident, domain, firstAt - Past, lastAt + Past < now ? lastAt + Past : now, cancellationToken);
        var isWide = group.Rows.Any(row => days.FailedWidely(row.OccurredAt));
        // Counts are by the hour: those of the hour of the refusal itself may lie before it.
        var since = await AcceptedAsync(tenant.Id, domain, lastAt.AddHours(1), now, cancellationToken);
        return new DecisionInput(group, said with
        {
            PeopleInIncident = (int)Math.Clamp(spike is null ? incident.People : Math.Max(spike.NewPeople, group.People), 1, int.MaxValue),
            IncidentOpenAtScope = isWide || group.Rows.Any(row => picture.IsOpenAround(row.OccurredAt, Grace)),
            SpikeSince = spike?.Since ?? (isWide && incident.People >= SpikeLevel.FewestPeople ? firstAt : null),
            SpikeStoppedAt = spike is null ? Resumed(isWide, since, lastAt, now) : spike.Attempts is null ? null : spike.StoppedAt,
            OtherSendersAffected = spike is null ? 0 : (int)Math.Min(picture.OtherSenders, int.MaxValue),
            DeliveredByPool = await AcceptedAsync(tenant.Id, domain, lastAt - Past, lastAt, cancellationToken),
            DeliveredDuringByPool = await AcceptedAsync(tenant.Id, domain, firstAt.AddHours(-1), lastAt, cancellationToken),
            DeliveredSinceByPool = since,
            DeliveriesKnown = await deliveries.AreKnownAsync(tenant.Id, lastAt - Past, lastAt, cancellationToken),
            FailingPools = failingPools,
            ExplainedBy = picture.Own is null || spike is not null ? picture.Explanation?.Facet : null,
            PassedOn = await PassedOnAsync(tenant, domain, endpoint, HopsJson.Read(group.Latest.Hops), now, cancellationToken),
        });
    }

    // What the refusals say by themselves.
    private static RefusalFacts Said(RefusalGroup group, DateTimeOffset firstAt, ObservedEndpoint observed, DateTimeOffset now)
    {
        var latest = group.Latest;
        return new RefusalFacts
        {
            RecipientDomain = latest.RecipientDomain,
            Category = latest.Category,
            Family = latest.Family,
            ReplyCode = latest.ReplyCode,
            Status = latest.Status,
            ReplyText = latest.ReplyText,
            Stage = latest.Stage,
            Endpoint = observed.Endpoint,
            Comparison = observed.CompareAt(now),
            ComparisonThen = observed.CompareThen(latest.OccurredAt),
            ComparisonFirst = observed.CompareFirstAfter(latest.OccurredAt),
            SendingIp = latest.SendingIp?.ToString(),
            Pool = latest.Pool,
            EnvelopeSender = latest.Sender,
            Verified = latest.Verified,
            Permanent = latest.Permanent,
            FirstAt = firstAt,
            LastAt = latest.OccurredAt,
            Refusals = group.MostPerPerson,
        };
    }

    private async Task<PassedOn?> PassedOnAsync(
        TenantFacts tenant, DomainName domain, RemoteEndpoint endpoint, IReadOnlyList<RefusalHop> hops, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (PassedOn.OtherThan(endpoint, hops) is not { } other)
        {
            return null;
        }

        var observed = await dns.ReadAsync(tenant, domain, other, cancellationToken);
        return PassedOn.Of(endpoint, hops, observed.KnownAt(now).CompareAt(now).Relation);
    }

    // Silence alone is no end: where deliveries are not counted, nobody may have sent.
    private static DateTimeOffset? Resumed(bool isWide, IReadOnlyDictionary<string, long> since, DateTimeOffset lastAt, DateTimeOffset now) =>
        isWide && since.Count > 0 && now >= lastAt + Settling ? lastAt + Settling : null;

    private async Task<ScopeDays> DaysAsync(
        TenantId tenant, IncidentRow incident, DomainName domain, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => new(
        await incidents.ByDayAtScopeAsync(tenant, incident.ScopeName, from, until, cancellationToken),
        await deliveries.AcceptedByDayAsync(tenant, domain.Value, from, until, cancellationToken));

    private async Task<IReadOnlyDictionary<string, long>> AcceptedAsync(
        TenantId tenant, DomainName domain, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        from > until
            ? new Dictionary<string, long>()
            : (await deliveries.ByPoolAsync(tenant, domain.Value, from, until, cancellationToken))
                .Where(row => row.Accepted > 0)
                .ToDictionary(row => row.Pool, row => row.Accepted);
}
