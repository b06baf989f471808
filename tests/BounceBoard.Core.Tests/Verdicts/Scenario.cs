using System.Net;
using System.Text.Json;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Routes;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>The parts of a replay scenario that single refusals need: DNS timeline, routes, deliveries and refusals of one tenant.</summary>
internal sealed class Scenario(JsonElement root)
{
    public IReadOnlyList<ScenarioEvent> Events { get; } = [.. root.GetProperty("events").EnumerateArray().SelectMany(ScenarioEvent.Read)];

    public DateTimeOffset Ask(int index) => root.GetProperty("ask")[index].GetDateTimeOffset();

    public SenderNetwork Network()
    {
        var tenant = root.GetProperty("tenants")[0];
        var pools = tenant.GetProperty("pools").EnumerateArray().Select(pool => new SenderPool(pool.GetProperty("name").GetString()!, Addresses(pool, "ips"))).ToList();
        var routes = tenant.GetProperty("routes").EnumerateArray().SelectMany(Route).ToList();
        var own = tenant.GetProperty("ownNetworks").EnumerateArray().Select(network => IPNetwork.Parse(network.GetString()!)).ToList();
        return new SenderNetwork(pools, own, routes);
    }

    /// <summary>One interval per resolver and change of DNS, as a house that asks at every change would have kept them.</summary>
    public IReadOnlyList<MxObservation> Observe(DomainName domain, DateTimeOffset until)
    {
        var changes = root.GetProperty("dns").EnumerateArray().Where(change => change.GetProperty("from").GetDateTimeOffset() <= until).ToList();
        var seen = new List<MxObservation>();
        foreach (var resolver in root.GetProperty("resolvers").EnumerateArray().Select(name => name.GetString()!))
        {
            var zone = new ScenarioZone();
            for (var index = 0; index < changes.Count; index++)
            {
                zone.Apply(changes[index], resolver);
                var end = index + 1 < changes.Count ? changes[index + 1].GetProperty("from").GetDateTimeOffset() : until;
                seen.Add(new MxObservation(index, resolver, changes[index].GetProperty("from").GetDateTimeOffset(), end, zone.Mx(domain)));
            }
        }
        return seen;
    }

    private static IEnumerable<OutboundRoute> Route(JsonElement route)
    {
        var kind = Enum.Parse<RouteKind>(route.GetProperty("kind").GetString()!, ignoreCase: true);
        var text = route.TryGetProperty("line", out var line) ? line.GetString()! : route.GetProperty("host").GetString()!;
        return RouteTable.Read(kind, text, Addresses(route, "ips"), route.GetProperty("pool").GetString()).Routes;
    }

    private static List<IPAddress> Addresses(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(ip => IPAddress.Parse(ip.GetString()!)).ToList() : [];
}
