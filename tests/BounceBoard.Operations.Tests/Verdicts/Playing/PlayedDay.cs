using BounceBoard.Core.Addresses;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Tests.Verdicts.Playing;

/// <summary>A scenario played through the house with a clock that moves, and what people would have been shown at the times asked.</summary>
internal sealed class PlayedDay
{
    private const int StepHours = 6;
    private readonly ReplayScenario _scenario;
    private readonly IReadOnlyList<ReplayAnswer> _replayed;
    private readonly Dictionary<string, PlayedTenant> _tenants = [];
    private readonly List<PlayedAnswer> _answers = [];

    private PlayedDay(ReplayScenario scenario) => (_scenario, _replayed) = (scenario, ReplayHouse.Run(scenario));

    /// <summary>For each question, recipient and incident: what the replay says, and what the house shows.</summary>
    public static async Task<IReadOnlyList<PlayedAnswer>> PlayAsync(string name, ReplayScenario scenario)
    {
        var day = new PlayedDay(scenario);
        await day.PlayAsync(name);
        return day._answers;
    }

    private async Task PlayAsync(string name)
    {
        var first = _scenario.Refusals.Select(row => row.KnownAt).Concat(_scenario.Asked).Min();
        var start = _scenario.Dns.Select(change => change.From).Append(first).Min().AddHours(-1);
        await using var house = await IntakeHouse.OpenAsync(start: start);
        foreach (var tenant in _scenario.Tenants)
        {
            _tenants[tenant.Slug] = await PlayedTenant.AddAsync(house, tenant, _scenario);
        }
        var dns = new PlayedDns(house, _scenario);
        foreach (var now in Turns(first))
        {
            // What came before DNS or a route moved was compared with what they were.
            var arrived = _tenants.Values.Select(tenant => tenant.LastArrivalBefore(now)).OfType<DateTimeOffset>().DefaultIfEmpty(now).Max();
            foreach (var at in (DateTimeOffset[])[arrived, now])
            {
                await StandAtAsync(house, dns, at);
            }
            await house.Desk.DecideDueAsync(default);
            for (var ask = 0; ask < _scenario.Asked.Count; ask++)
            {
                if (_scenario.Asked[ask] == now)
                {
                    await AskAsync(house, name, ask);
                }
            }
        }
    }

    // Whoever waits an hour is decided again then; between the questions every six hours, and whenever DNS or a route moves.
    private IEnumerable<DateTimeOffset> Turns(DateTimeOffset first)
    {
        var last = _scenario.Asked.Max();
        var steps = Enumerable.Range(0, (int)((last - first).TotalHours / StepHours) + 1).Select(step => first.AddHours(step * StepHours));
        var moved = _scenario.Dns.Select(change => change.From)
            .Concat(_scenario.Tenants.SelectMany(tenant => tenant.Routes).SelectMany(route => (DateTimeOffset?[])[route.From, route.Until]).OfType<DateTimeOffset>());
        return steps.Concat(moved).Concat(_scenario.Asked).Where(at => at <= last).Distinct().Order();
    }

    private async Task StandAtAsync(IntakeHouse house, PlayedDns dns, DateTimeOffset now)
    {
        if (now > house.Time.GetUtcNow())
        {
            house.Time.SetUtcNow(now);
        }
        await dns.SeeAsync(now);
        foreach (var tenant in _tenants.Values)
        {
            await tenant.ConfigureAsync(now);
            await tenant.FileAsync(now);
        }
    }

    private async Task AskAsync(IntakeHouse house, string name, int ask)
    {
        var said = _replayed[ask];
        foreach (var one in said.Recipients)
        {
            var tenant = _tenants[one.Tenant].Id;
            var latest = (await house.Refusals.ListByPersonAsync(tenant, KeyOf(one.Recipient), 1, default)).SingleOrDefault();
            var shown = latest is null ? null : (await house.Desk.DiagnoseAsync(tenant, latest.Id, default))?.Finding;
            _answers.Add(new PlayedAnswer(name, ask, one.Tenant, "recipient", one.Recipient, one.Finding, shown));
        }
        foreach (var one in said.Incidents)
        {
            var tenant = _tenants[one.Tenant].Id;
            var row = (await house.Incidents.ListAsync(tenant, IncidentFilter.All with { Take = 1000 }, default)).SingleOrDefault(row =>
                (row.Family, row.Scope, row.ScopeName) == (one.Fingerprint.Family, one.Fingerprint.Scope, one.Fingerprint.ScopeName));
            var shown = row is null ? null : (await house.Verdicts.CurrentAsync(tenant, row.Id, default))?.Finding;
            _answers.Add(new PlayedAnswer(name, ask, one.Tenant, "scope", one.Fingerprint.ScopeName, one.Finding, shown));
        }
        foreach (var (slug, tenant) in _tenants)
        {
            var replayed = said.Suppressed.Where(one => one.Tenant == slug).Select(one => KeyOf(one.Recipient)).ToHashSet(StringComparer.Ordinal);
            // What waits for a look because an incident went on is known to be in doubt.
            var held = await house.Get<SuppressionReader>().ListAsync(tenant.Id, SuppressionFilter.All with { State = SuppressionState.Held }, 1000, null, default);
            _answers.AddRange(held.Where(row => row.WindowId is null && !replayed.Contains(row.RecipientKey)).Select(row =>
                new PlayedAnswer(name, ask, slug, "suppressed", row.Address, null, null) { IsWronglyHeld = true }));
        }
    }

    private static string KeyOf(string address) => EmailAddress.TryParse(address, out var read) ? read.Key : address;
}
