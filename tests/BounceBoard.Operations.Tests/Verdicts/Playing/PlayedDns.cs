using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Replays;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Tests.Verdicts.Playing;

/// <summary>Keeps what a scenario's resolvers say as the observations of a house that asks them at every change and every full hour.</summary>
internal sealed class PlayedDns(IntakeHouse house, ReplayScenario scenario)
{
    private readonly ReplayDns _dns = new(scenario.Resolvers, scenario.Dns);
    private readonly Dictionary<(string Name, string Type, string Resolver), int> _kept = [];

    private readonly List<DomainName> _domains =
        [.. scenario.Refusals.Select(row => row.Refusal.Domain).Concat(scenario.Deliveries.Select(row => row.Delivery.Domain)).Distinct()];

    private readonly List<IPAddress> _addresses = [.. scenario.Refusals.Select(row => row.Refusal.Endpoint.Ip).OfType<IPAddress>().Distinct()];

    /// <summary>What was seen up to a time and is not kept yet.</summary>
    public Task SeeAsync(DateTimeOffset now) => house.Database.WriteAsync(
        async transaction =>
        {
            foreach (var seen in _domains.SelectMany(domain => _dns.Mx(domain, now)).GroupBy(seen => (seen.Answer.Domain.Value, "MX", seen.Resolver)))
            {
                await KeepAsync(seen.Key, seen, one => one.From, one => one.SeenUntil, now, (one, at) => house.Get<MxObservationWriter>()
                    .SeenAsync(one.Resolver, one.Answer, at, ObservationOrigin.Live, transaction, default));
            }
            foreach (var seen in _addresses.SelectMany(ip => _dns.Reverse(ip, now)).Distinct().GroupBy(seen => (seen.Answer.Name, seen.Answer.Type.ToString(), seen.Resolver)))
            {
                await KeepAsync(seen.Key, seen, one => one.From, one => one.SeenUntil, now, (one, at) => house.Get<RecordObservationWriter>()
                    .SeenAsync(one.Resolver, one.Answer, at, ObservationOrigin.Live, transaction, default));
            }
        },
        default);

    // Intervals that have ended are written once; the last one grows.
    private async Task KeepAsync<T>(
        (string, string, string) key, IEnumerable<T> seen, Func<T, DateTimeOffset> from, Func<T, DateTimeOffset> until, DateTimeOffset now,
        Func<T, DateTimeOffset, Task> write)
    {
        var (known, all) = (_kept.GetValueOrDefault(key), seen.OrderBy(from).ToList());
        for (var i = Math.Max(0, known - 1); i < all.Count; i++)
        {
            if (i >= known)
            {
                await write(all[i], from(all[i]));
            }
            await write(all[i], until(all[i]) < now ? until(all[i]) : now);
        }
        _kept[key] = all.Count;
    }
}
