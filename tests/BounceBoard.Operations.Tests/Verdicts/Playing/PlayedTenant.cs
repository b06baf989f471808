using BounceBoard.Core.Evidence;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Tests.Verdicts.Playing;

/// <summary>A sender of a scenario as a tenant of the house: its routes are saved and its mail is filed as if it had been read from evidence.</summary>
internal sealed class PlayedTenant
{
    private readonly IntakeHouse _house;
    private readonly ReplayTenant _sender;
    private readonly long[] _evidence;
    private readonly Dictionary<ReplayRoute, long> _routes = [];
    private readonly Queue<ReplayRefusal> _refusals;
    private readonly Queue<ReplayDelivery> _deliveries;
    private int _filed;

    private PlayedTenant(IntakeHouse house, ReplayTenant sender, ReplayScenario scenario, TenantId id, long[] evidence)
    {
        (_house, _sender, Id, _evidence) = (house, sender, id, evidence);
        _refusals = new(scenario.Refusals.Where(row => row.Tenant == sender.Slug).OrderBy(row => row.KnownAt));
        _deliveries = new(scenario.Deliveries.Where(row => row.Tenant == sender.Slug).OrderBy(row => row.KnownAt));
    }

    public TenantId Id { get; }

    public static async Task<PlayedTenant> AddAsync(IntakeHouse house, ReplayTenant sender, ReplayScenario scenario)
    {
        var (id, source) = await house.AddTenantAsync($"played-{sender.Slug}");
        var evidence = new List<long>();
        await house.Database.WriteAsync(
            Turn.Of(id),
            async transaction =>
            {
                await house.Get<TenantWriter>().SuppressAsync(id, SuppressionMode.Automatic, transaction, default);
                await house.Get<OwnNetworkWriter>().ReplaceAsync(id, sender.OwnNetworks, transaction, default);
                foreach (var pool in sender.Pools)
                {
                    var row = new SenderPoolRow { TenantId = id, Id = RowIds.Next(house.Time.GetUtcNow()), Name = pool.Name, Addresses = pool.Addresses };
                    await house.Get<SenderPoolWriter>().SaveAsync(id, row, transaction, default);
                }
                foreach (var verified in (bool[])[false, true])
                {
                    var item = new NewEvidence(
                        source, "a.eml", EvidenceKind.Mail, PackedContent.Of(verified ? "y"u8 : "n"u8), null, 0, verified, house.Time.GetUtcNow(), null);
                    evidence.Add((await house.Get<EvidenceWriter>().ReceiveAsync(id, item, transaction, default)).EvidenceId);
                }
                return 0;
            },
            default);
        return new PlayedTenant(house, sender, scenario, id, [.. evidence]);
    }

    /// <summary>Saves and removes routes as they were configured at a time.</summary>
    public Task ConfigureAsync(DateTimeOffset now) => _house.Database.WriteAsync(
        Turn.Of(Id),
        async transaction =>
        {
            foreach (var route in _sender.Routes)
            {
                if (route.Holds(now) && _routes.TryAdd(route, RowIds.Next(now)))
                {
                    await _house.Get<OutboundRouteWriter>().SaveAsync(Id, Row(route, _routes[route]), transaction, default);
                }
                else if (!route.Holds(now) && _routes.Remove(route, out var id))
                {
                    await _house.Get<OutboundRouteWriter>().RemoveAsync(Id, id, transaction, default);
                }
            }
            return 0;
        },
        default);

    /// <summary>When the last of what waits and arrived before a time arrived; null when nothing waits.</summary>
    public DateTimeOffset? LastArrivalBefore(DateTimeOffset now) =>
        _refusals.TakeWhile(row => row.KnownAt < now).Select(row => (DateTimeOffset?)row.KnownAt).LastOrDefault();

    /// <summary>Files what had arrived by then, in the order of its arrival.</summary>
    public async Task FileAsync(DateTimeOffset now)
    {
        var deliveries = Take(_deliveries, row => row.KnownAt <= now).Select(row => row.Delivery).ToList();
        var refusals = Take(_refusals, row => row.KnownAt <= now).ToList();
        if (deliveries.Count + refusals.Count == 0)
        {
            return;
        }

        var facts = await _house.Get<TenantFactsReading>().ReadAsync(Id, default);
        var evidence = new List<EvidenceReports>();
        foreach (var row in refusals)
        {
            var attempts = Attempt.Among([PlayedReport.Of(row, _sender, _filed++)]);
            var comparisons = await _house.Get<ObservedDns>().CompareAsync(facts, attempts, new ComparedEndpoints(), now, default);
            evidence.Add(new EvidenceReports(_evidence[row.Refusal.Verified ? 1 : 0], row.Refusal.Verified, row.KnownAt, attempts, comparisons));
        }
        await _house.Database.WriteAsync(
            Turn.Of(Id),
            async transaction =>
            {
                // As the filing counts accepted messages one by one; days of a busy sender hold more than are worth spelling out.
                var counts = deliveries.Select(row => new DeliveryCount(
                    row.At, row.Domain.Value, row.RemoteIp, row.Pool, row.HasUpperCase == true, DeliveryOutcome.Accepted, row.Count));
                await _house.Get<DeliveryHourWriter>().AddAsync(Id, counts, transaction, default);
                await _house.Get<ReportFiling>().FileAsync(new FilingContext(Id, true, now), evidence, transaction, default);
                return 0;
            },
            default);
    }

    private OutboundRouteRow Row(ReplayRoute route, long id) => new()
    {
        TenantId = Id,
        Id = id,
        Name = route.Route.Line,
        Kind = route.Route.Kind,
        Pool = route.Route.Pool,
        Addresses = route.Route.Addresses,
        Text = route.Route.Line,
    };

    private static IEnumerable<T> Take<T>(Queue<T> rows, Func<T, bool> arrived)
    {
        while (rows.TryPeek(out var next) && arrived(next))
        {
            yield return rows.Dequeue();
        }
    }
}
