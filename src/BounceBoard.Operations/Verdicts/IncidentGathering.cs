using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Core.Verdicts.Gathering;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.Verdicts;

/// <summary>
/// Gathers from the tables what is known of an incident and its scope. The latest refusals are read one by one and deliveries by the hour, so what a reading
/// costs follows from hours and domains, and never from how much a tenant sends.
/// </summary>
internal sealed class IncidentGathering(VerdictTables tables, ScopeReader scopes, OtherSendersReader others, RetryOutcomeReader retries, ObservedDns dns)
{
    /// <summary>Refusals of each of the other families at the scope.</summary>
    private const int MostBeside = 200;

    private const int MostFamilies = 12;

    private const int MostTested = 2000;

    private static readonly TimeSpan Past = TimeSpan.FromDays((7 * Baseline.Weeks) + 1);

    // What arrived before the last episode: a week shows what is usual, and a day more what came before its first refusal.
    private static readonly TimeSpan Before = TimeSpan.FromDays(8);

    /// <param name="rows">The incident's latest refusals.</param>
    public async Task<KnownIncident> ReadAsync(
        TenantFacts tenant, IncidentRow incident, IReadOnlyList<RefusalRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, own) = (now - Past, FingerprintOf(incident));
        var beside = await BesideAsync(tenant, incident, from, cancellationToken);
        List<(IncidentRow Incident, IReadOnlyList<RefusalRow> Rows)> all = [(incident, rows), .. beside];
        var held = await HeldRefusals.ReadAsync(
            dns, tenant, [.. all.SelectMany(one => one.Rows.Where(row => row.IngestedAt <= now).Select(row => (row, FingerprintOf(one.Incident))))], now, cancellationToken);
        var hours = await scopes.HoursAsync(tenant.Id, incident.ScopeName, from, cancellationToken);
        var counts = new ScopeCounts(Earlier(all, hours), await scopes.CountedAsync(tenant.Id, from, cancellationToken));
        var (deliveries, delivered) = await DeliveredAsync(tenant, incident, held, counts, from, now, cancellationToken);
        var eligible = Outages.Eligible(held.All.Where(judged => judged.Refusal.At <= now)).ToList();
        var outages = Outages.AtScope(eligible, delivered, now, counts);
        if (incident.Scope != IncidentScope.OwnRelay && eligible.Count > 0)
        {
            outages = OtherSenders.Add(eligible, delivered, outages, await OthersAsync(tenant, incident, eligible, from, cancellationToken), now);
        }
        var atScope = new Dictionary<ScopeKey, IReadOnlyList<Outage>> { [ScopeKey.Of(own)] = outages };
        var tested = await TestedAsync(tenant, incident, from, now, cancellationToken);
        var evidence = new TenantEvidence([.. held.All], [.. deliveries, .. tested], atScope)
        {
            Counted = counts.Counted,
        };
        return new KnownIncident(own, held, evidence, now);
    }

    // Whom controlled retries reached, each by name. Those of a halted batch got their mail, which says nothing of the path.
    private async Task<IReadOnlyList<ScopedDelivery>> TestedAsync(
        TenantFacts tenant, IncidentRow incident, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tested = new List<ScopedDelivery>();
        foreach (var row in await retries.AcceptedAsync(tenant.Id, incident.Scope, incident.ScopeName, from, MostTested, cancellationToken))
        {
            if (row.SettledAt <= now && EmailAddress.TryParse(row.Recipient, out var recipient))
            {
                var delivery = new KnownDelivery(
                    row.HandedAt, recipient.Domain, row.RemoteIp, row.Pool, recipient.LocalPart.Any(char.IsUpper), 1, row.RecipientKey, !row.IsOfHalted);
                tested.Add(new ScopedDelivery(delivery, ScopeKey.Of(FingerprintOf(incident))));
            }
        }
        return tested;
    }

    private static IncidentFingerprint FingerprintOf(IncidentRow incident) => new(incident.Family, incident.Scope, incident.ScopeName);

    // One outage may speak in many words: the other families at the scope.
    private async Task<IReadOnlyList<(IncidentRow, IReadOnlyList<RefusalRow>)>> BesideAsync(
        TenantFacts tenant, IncidentRow incident, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var filter = IncidentFilter.All with { ScopeName = incident.ScopeName, From = from, Take = MostFamilies };
        var beside = new List<(IncidentRow, IReadOnlyList<RefusalRow>)>();
        foreach (var other in await tables.Incidents.ListAsync(tenant.Id, filter, cancellationToken))
        {
            if (other.Id != incident.Id && other.Scope == incident.Scope)
            {
                beside.Add((other, await tables.Refusals.ListByIncidentAsync(tenant.Id, other.Id, MostBeside, null, cancellationToken)));
            }
        }
        return beside;
    }

    // Of an incident with more refusals than are held, the hours before the oldest of them are known as counts.
    private static Dictionary<RefusalFamily, IReadOnlyList<HourCount>> Earlier(
        IReadOnlyList<(IncidentRow Incident, IReadOnlyList<RefusalRow> Rows)> all, IReadOnlyList<ScopeHourRow> hours)
    {
        var earlier = new Dictionary<RefusalFamily, IReadOnlyList<HourCount>>();
        foreach (var (incident, rows) in all)
        {
            if (incident.Refusals > rows.Count && rows.Count > 0)
            {
                var oldest = rows.Min(row => row.OccurredAt);
                earlier[incident.Family] =
                    [.. hours.Where(row => row.IncidentId == incident.Id && row.Hour <= oldest).Select(row => new HourCount(row.Hour, row.Refusals, null, row.People))];
            }
        }
        return earlier;
    }

    private async Task<(IReadOnlyList<ScopedDelivery> Deliveries, IReadOnlyList<KnownDelivery>? AtScope)> DeliveredAsync(
        TenantFacts tenant, IncidentRow incident, HeldRefusals held, ScopeCounts counts, DateTimeOffset from, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (counts.Counted is null || held.All.Count == 0)
        {
            return ([], null);
        }
        var domains = await scopes.DomainsAsync(tenant.Id, incident.Id, cancellationToken);
        var isWhole = domains.Count <= ScopeReader.MostDomains;
        IReadOnlyList<string> named = isWhole
            ? domains
            : [.. held.All.OrderByDescending(judged => judged.Refusal.At).Select(judged => judged.Refusal.Domain.Value).Distinct().Take(ScopeReader.MostDomains)];
        var since = Episode.All(RefusalOrder.Sort(held.All)) is [.., var last] ? last.Since - Before : from;
        since = since > from ? since : from;
        var ways = await scopes.WaysByHourAsync(tenant.Id, named, since, cancellationToken);
        var deliveries = await HeldDeliveries.ReadAsync(dns, tenant, [.. ways.Where(row => row.Hour <= now)], now, cancellationToken);
        if (!isWhole)
        {
            return (deliveries, null);
        }
        // Older hours are needed for what is usual only, and for that their sums do.
        var oldest = ways.Count < ScopeReader.MostWays ? since : ways[^1].Hour.AddHours(1);
        var sums = oldest > from && DomainName.TryParse(named[0], out var any)
            ? (await scopes.DeliveredAsync(tenant.Id, named, from, ScopeWay.Any, cancellationToken)).Where(row => row.Hour < oldest)
                .Select(row => new KnownDelivery(row.Hour, any, null, null, null, row.Messages, null, false))
            : [];
        var key = ScopeKey.Of(FingerprintOf(incident));
        return (deliveries, [.. sums, .. deliveries.Where(row => row.Delivery.At >= oldest && row.Scope == key).Select(row => row.Delivery)]);
    }

    private async Task<IReadOnlyList<SenderHour>> OthersAsync(
        TenantFacts tenant, IncidentRow incident, List<JudgedRefusal> eligible, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var lately = eligible.Max(judged => judged.Refusal.At) - Outage.Onset - Outage.Onset;
        var rows = await others.HoursAsync(tenant.Id, incident.Scope, incident.ScopeName, lately, from, cancellationToken);
        return [.. rows.Select(row => new SenderHour(row.Sender, row.Family, row.Hour, row.People))];
    }
}
