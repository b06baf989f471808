using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Gathers from the tables what the rules may look at.</summary>
internal sealed class FactGathering(IncidentReader incidents, DeliveryHourReader deliveries, ObservedDns dns)
{
    /// <summary>How much of the past speaks for deliveries and for the days of an outage.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);

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
        var latest = group.Latest;
        var (firstAt, lastAt) = (group.Rows.Min(row => row.OccurredAt), latest.OccurredAt);
        var endpoint = new RemoteEndpoint(latest.RemoteMta, latest.RemoteIp);
        var observed = await dns.ReadAsync(tenant, domain, endpoint, cancellationToken);
        var days = await DaysAsync(tenant.Id, incident, domain, firstAt - Past, lastAt + Past, cancellationToken);
        var facts = new RefusalFacts
        {
            RecipientDomain = latest.RecipientDomain,
            Category = latest.Category,
            Family = latest.Family,
            ReplyCode = latest.ReplyCode,
            Status = latest.Status,
            ReplyText = latest.ReplyText,
            Stage = latest.Stage,
            Endpoint = endpoint,
            Comparison = observed.CompareAt(now),
            ComparisonThen = observed.CompareThen(lastAt),
            ComparisonFirst = observed.CompareFirstAfter(lastAt),
            SendingIp = latest.SendingIp?.ToString(),
            Pool = latest.Pool,
            Verified = latest.Verified,
            Permanent = latest.Permanent,
            FirstAt = firstAt,
            LastAt = lastAt,
            Refusals = group.MostPerPerson,
            DeliveredByPool = await AcceptedAsync(tenant.Id, domain, lastAt - Past, lastAt, cancellationToken),
            // Counts are by the hour: those of the hour of the refusal itself may lie before it.
            DeliveredSinceByPool = await AcceptedAsync(tenant.Id, domain, lastAt.AddHours(1), now, cancellationToken),
            DeliveriesKnown = await deliveries.AreKnownAsync(tenant.Id, lastAt - Past, lastAt, cancellationToken),
            FailingPools = failingPools,
            EnvelopeSender = latest.Sender,
        };
        return new DecisionInput(group, WithSpike(facts, incident, group, picture, days));
    }

    private static RefusalFacts WithSpike(RefusalFacts facts, IncidentRow incident, RefusalGroup group, ScopePicture picture, ScopeDays days)
    {
        var spike = picture.SpikeAt(facts.LastAt);
        return facts with
        {
            PeopleInIncident = (int)Math.Clamp(spike is null ? incident.People : Math.Max(spike.NewPeople, group.People), 1, int.MaxValue),
            // Both: the days know scopes without a history, the spikes those whose many refusals are few beside their deliveries.
            IncidentOpenAtScope = group.Rows.Any(row => days.FailedWidely(row.OccurredAt) || picture.IsOpenAround(row.OccurredAt, facts.Grace)),
            // Silence alone is no end: where deliveries are not counted, nobody may have sent.
            SpikeStoppedAt = spike?.Attempts is null ? null : spike.StoppedAt,
            OtherSendersAffected = spike is null ? 0 : (int)Math.Min(picture.OtherSenders, int.MaxValue),
            ExplainedBy = picture.Own is null || spike is not null ? picture.Explanation?.Facet : null,
        };
    }

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
