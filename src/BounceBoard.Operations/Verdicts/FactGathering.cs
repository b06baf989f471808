using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
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

    private const int Many = 5;

    /// <returns>Null when the recipient's domain is no domain name.</returns>
    public async Task<DecisionInput?> GatherAsync(
        TenantFacts tenant, IncidentRow incident, RefusalGroup group, IReadOnlyList<string> failingPools, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        DomainName.TryParse(group.Latest.RecipientDomain, out var domain)
            ? await GatherAsync(tenant, incident, group, domain, failingPools, now, cancellationToken)
            : null;

    private async Task<DecisionInput> GatherAsync(
        TenantFacts tenant, IncidentRow incident, RefusalGroup group, DomainName domain, IReadOnlyList<string> failingPools, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var latest = group.Latest;
        var (firstAt, lastAt) = (group.Rows.Min(row => row.OccurredAt), latest.OccurredAt);
        var endpoint = new RemoteEndpoint(latest.RemoteMta, latest.RemoteIp);
        var observed = await dns.ReadAsync(tenant, domain, endpoint, cancellationToken);
        var days = await DaysAsync(tenant.Id, incident, domain, firstAt - Past, lastAt + Past, cancellationToken);
        var isWide = group.Rows.Any(row => days.FailedWidely(row.OccurredAt));
        return new DecisionInput(group, new RefusalFacts
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
            PeopleInIncident = (int)Math.Clamp(incident.People, 1, int.MaxValue),
            IncidentOpenAtScope = isWide,
            SpikeSince = isWide && incident.People >= Many ? firstAt : null,
            DeliveredDuringByPool = await AcceptedAsync(tenant.Id, domain, firstAt.AddHours(-1), lastAt, cancellationToken),
            DeliveredByPool = await AcceptedAsync(tenant.Id, domain, lastAt - Past, lastAt, cancellationToken),
            // Counts are by the hour: those of the hour of the refusal itself may lie before it.
            DeliveredSinceByPool = await AcceptedAsync(tenant.Id, domain, lastAt.AddHours(1), now, cancellationToken),
            DeliveriesKnown = await deliveries.AreKnownAsync(tenant.Id, lastAt - Past, lastAt, cancellationToken),
            FailingPools = failingPools,
            ExplainedBy = await IsCaseAsync(tenant.Id, group, domain, cancellationToken) ? "upper-case" : null,
            EnvelopeSender = latest.Sender,
        });
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

    // The case of the local part explains an incident when it separates failing from delivered: all failures on one side, all deliveries on the other.
    private async Task<bool> IsCaseAsync(TenantId tenant, RefusalGroup group, DomainName domain, CancellationToken cancellationToken)
    {
        if (!group.Rows.All(row => row.UpperCase))
        {
            return false;
        }

        var byCase = await deliveries.ByCaseAsync(
            tenant, domain.Value, group.Rows.Min(row => row.OccurredAt) - Past, group.Latest.OccurredAt, cancellationToken);
        return byCase.Where(row => !row.UpperCase).Sum(row => row.Accepted) > 0 && byCase.Where(row => row.UpperCase).Sum(row => row.Accepted) == 0;
    }
}
