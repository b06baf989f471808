using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>
/// How an installation of many refusals is cut: 500 tenants, the largest with a tenth of everything, a third of that in one storm at a provider;
/// the others ever smaller. Tenants with more refusals have more incidents, but not in proportion. The same size gives the same installation.
/// </summary>
internal sealed class GrowthShape
{
    private const int TenantCount = 500;
    private const int StormDomains = 300;

    public GrowthShape(int refusals)
    {
        Refusals = refusals;
        var weights = Enumerable.Range(2, TenantCount - 1).Select(number => 1.0 / (number + 20)).ToList();
        var sum = weights.Sum();
        Tenants =
        [
            NewTenant(1, refusals / 10),
            .. weights.Select((weight, index) => NewTenant(index + 2, Math.Max(2, (int)(refusals * 0.9 * weight / sum)))),
        ];
        Incidents = [.. Tenants.SelectMany(tenant => tenant.Incidents)];
    }

    public static DateTimeOffset Now { get; } = new(2026, 5, 20, 12, 30, 0, TimeSpan.Zero);

    public static DateTimeOffset Start { get; } = Now.AddMonths(-13);

    public int Refusals { get; }

    public IReadOnlyList<SeedTenant> Tenants { get; }

    public IReadOnlyList<SeedIncident> Incidents { get; }

    /// <summary>The refusals in order of time.</summary>
    public SeedEvent[] Events()
    {
        var (random, events) = (new Random(7), new List<SeedEvent>(Refusals + TenantCount));
        for (var index = 0; index < Incidents.Count; index++)
        {
            var incident = Incidents[index];
            var bursts = Bursts(incident, random);
            for (var i = 0; i < incident.Refusals; i++)
            {
                var (start, length) = bursts[random.Next(bursts.Count)];
                var at = Math.Min(start + (long)(random.NextDouble() * length), Now.ToUnixTimeMilliseconds() - 1);
                events.Add(new SeedEvent(at, index, random.Next(incident.People)));
            }
        }
        events.Sort();
        return [.. events];
    }

    // Refusals come in bursts of hours; what is open had one in the last week, which is busier than the others.
    private static List<(long Start, long Length)> Bursts(SeedIncident incident, Random random)
    {
        var (from, now) = (Start.ToUnixTimeMilliseconds(), Now.ToUnixTimeMilliseconds());
        var week = (long)TimeSpan.FromDays(7).TotalMilliseconds;
        var isOpen = incident.State is IncidentState.Open or IncidentState.Recovering;
        return
        [
            .. Enumerable.Range(0, 1 + Math.Min(60, incident.Refusals / 20)).Select(_ =>
            {
                var lastWeek = isOpen && random.NextDouble() < 0.2;
                var start = lastWeek ? now - (long)(random.NextDouble() * week) : from + (long)(random.NextDouble() * (now - week - from));
                return (start, (long)(random.NextDouble() * TimeSpan.FromHours(24).TotalMilliseconds));
            }),
        ];
    }

    private static SeedTenant NewTenant(int number, int refusals)
    {
        var log = Math.Log10(refusals + 1);
        var count = Math.Clamp((int)(number == 1 ? 100 + 100 * log : 20 * log), 1, Math.Max(1, refusals / 2));
        var storm = number == 1 ? refusals / 3 : 0;
        var share = Shares(count - (storm > 0 ? 1 : 0), refusals - storm);
        return new SeedTenant(
            number, refusals,
            [
                .. (storm > 0 ? new[] { NewIncident(number, 1, storm, [.. Enumerable.Range(1_000, StormDomains)]) } : []),
                .. share.Select((part, index) => NewIncident(number, index + (storm > 0 ? 2 : 1), part, [(number * 13 + index / 2) % 1_000])),
            ]);
    }

    // A few large ones and many small ones, at least one refusal each.
    private static IReadOnlyList<int> Shares(int count, int refusals)
    {
        var sum = Enumerable.Range(1, count).Sum(rank => 1.0 / (rank + 2));
        return [.. Enumerable.Range(1, count).Select(rank => Math.Max(1, (int)(refusals / (rank + 2.0) / sum)))];
    }

    private static SeedIncident NewIncident(int tenant, int number, int refusals, IReadOnlyList<int> domains) => new()
    {
        Tenant = tenant,
        Number = number,
        Family = Enum.GetValues<RefusalFamily>()[number % 10],
        State = number == 1 ? IncidentState.Open : (number % 10) switch
        {
            < 6 => IncidentState.Open,
            6 => IncidentState.Recovering,
            < 9 => IncidentState.Resolved,
            _ => IncidentState.Dismissed,
        },
        Domains = domains,
        Refusals = refusals,
    };
}
