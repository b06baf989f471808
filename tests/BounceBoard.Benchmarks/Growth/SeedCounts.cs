using BounceBoard.Core.Incidents;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>The counting tables of the refusals that were drawn, kept as the house keeps them while mail arrives.</summary>
internal sealed class SeedCounts
{
    private const long Hour = 3_600_000;
    private readonly GrowthShape _shape;

    public SeedCounts(GrowthShape shape, SeedEvent[] events)
    {
        _shape = shape;
        foreach (var one in events)
        {
            Count(one);
        }
        foreach (var tenant in shape.Tenants)
        {
            Deliver(tenant);
        }
        foreach (var (key, messages) in Deliveries)
        {
            var now = Tenants.GetValueOrDefault((key.Tenant, key.Hour));
            Tenants[(key.Tenant, key.Hour)] = key.Outcome switch
            {
                DeliveryOutcome.Accepted => now with { Accepted = now.Accepted + messages },
                DeliveryOutcome.Deferred => now with { Deferred = now.Deferred + messages },
                DeliveryOutcome.Refused => now with { Refused = now.Refused + messages },
            };
        }
    }

    public Dictionary<(int Incident, long Hour), long> Hours { get; } = [];

    public Dictionary<(int Incident, int Domain), (long Refusals, long LastAt)> Domains { get; } = [];

    public Dictionary<(int Incident, int Person), (long Refusals, long FirstAt, long LastAt)> People { get; } = [];

    public Dictionary<(int Tenant, int Domain, long Hour, bool Orders, bool Upper, DeliveryOutcome Outcome), long> Deliveries { get; } = [];

    public Dictionary<(int Tenant, long Hour), (long Accepted, long Deferred, long Refused)> Tenants { get; } = [];

    public static int DomainOf(SeedIncident incident, int person) => incident.Domains[person % incident.Domains.Count];

    private static long HourOf(long at) => at - at % Hour;

    private void Count(SeedEvent one)
    {
        var incident = _shape.Incidents[one.Incident];
        var (hour, domain) = (HourOf(one.At), DomainOf(incident, one.Person));
        (incident.FirstAt, incident.LastAt) = (Math.Min(incident.FirstAt, one.At), Math.Max(incident.LastAt, one.At));
        Hours[(one.Incident, hour)] = Hours.GetValueOrDefault((one.Incident, hour)) + 1;
        Domains[(one.Incident, domain)] = (Domains.GetValueOrDefault((one.Incident, domain)).Refusals + 1, one.At);
        var known = People.GetValueOrDefault((one.Incident, one.Person));
        incident.SeenPeople += known.Refusals == 0 ? 1 : 0;
        People[(one.Incident, one.Person)] = (known.Refusals + 1, known.Refusals == 0 ? one.At : known.FirstAt, one.At);
        Add((incident.Tenant, domain, hour, one.Person % 2 != 0, one.Person % 10 == 0, DeliveryOutcome.Refused), 1);
    }

    // What was delivered: every hour to the eight busiest domains of the largest tenant, and for the others a month to two; older hours of small
    // tenants are left out, or this would be the largest table of all.
    private void Deliver(SeedTenant tenant)
    {
        var (domains, from) = tenant.Number == 1 ? (8, GrowthShape.Start) : (2, GrowthShape.Now.AddDays(-30));
        var busiest = tenant.Incidents.Where(incident => incident.State == IncidentState.Open).Select(incident => incident.Domains[0]).Distinct().Take(domains);
        var random = new Random(tenant.Number);
        // Twenty letters arrive for each that is refused.
        var perHour = tenant.Refusals * 20.0 / (GrowthShape.Now - GrowthShape.Start).TotalHours / domains;
        foreach (var domain in busiest)
        {
            for (var hour = HourOf(from.ToUnixTimeMilliseconds()); hour < GrowthShape.Now.ToUnixTimeMilliseconds(); hour += Hour)
            {
                if (random.NextDouble() < perHour)
                {
                    Add((tenant.Number, domain, hour, Orders: random.Next(2) == 0, Upper: false, DeliveryOutcome.Accepted), (long)Math.Ceiling(perHour));
                }
            }
        }
    }

    private void Add((int Tenant, int Domain, long Hour, bool Orders, bool Upper, DeliveryOutcome Outcome) key, long messages) =>
        Deliveries[key] = Deliveries.GetValueOrDefault(key) + messages;
}
