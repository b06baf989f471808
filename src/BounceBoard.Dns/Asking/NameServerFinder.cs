using System.Collections.Concurrent;
using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Asking;

/// <summary>Finds the servers that speak for a name: the NS set of the closest zone above it, asked from resolver after resolver.</summary>
internal sealed class NameServerFinder(IReadOnlyList<IAsking> resolvers, ServerReach reach, int port, TimeProvider time)
{
    private const int MostServers = 8;
    private const int MostRemembered = 4096;

    // Short enough that a moved zone is followed at the next look, long enough that the hosts of one MX set share the search.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, Zone Zone)> _zones = new(StringComparer.Ordinal);

    /// <returns>Addresses of the zone's servers, IPv4 first; empty when none could be found.</returns>
    public async Task<IReadOnlyList<IPEndPoint>> FindAsync(string name, CancellationToken cancellationToken)
    {
        for (var zone = name; zone.Length > 0;)
        {
            var found = await OfZoneAsync(zone, cancellationToken);
            // Unknown: nobody could say. The zone above would then speak for a name that may not be its own.
            if (found.IsUnknown || found.Servers.Count > 0)
            {
                return found.Servers;
            }
            zone = found.ZoneAbove;
        }
        return [];
    }

    private async Task<Zone> OfZoneAsync(string zone, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_zones.TryGetValue(zone, out var known) && known.Until > now)
        {
            return known.Zone;
        }
        var reply = await FirstUsableAsync(zone, QueryType.NS, cancellationToken);
        if (!reply.IsUsable)
        {
            return new Zone([], "", true);
        }
        var found = new Zone(await ServersAsync(zone, reply, cancellationToken), Above(zone, reply), false);
        if (_zones.Count >= MostRemembered)
        {
            _zones.Clear();
        }
        _zones[zone] = (now + Remembered, found);
        return found;
    }

    private async Task<IReadOnlyList<IPEndPoint>> ServersAsync(string zone, Reply reply, CancellationToken cancellationToken)
    {
        // Behind a CNAME stands another zone's NS set; it does not speak for this name.
        var hosts = reply.Answers.OfType<NsRecord>().Where(record => NameText.Same(record.DomainName, zone))
            .Select(record => NameText.Of(record.NSDName)).Order(StringComparer.Ordinal).Take(MostServers);
        var addresses = await Task.WhenAll(hosts.Select(host => AddressesAsync(host, cancellationToken)));
        return [.. addresses.SelectMany(list => list).Where(reach.Allows).Select(address => new IPEndPoint(address, port))
            .OrderBy(server => server.AddressFamily).Take(MostServers)];
    }

    // A negative answer carries the SOA of the zone it comes from (RFC 2308 §3): one step instead of thirty for an IPv6 reverse name.
    private static string Above(string zone, Reply reply)
    {
        var soa = reply.Authorities.OfType<SoaRecord>().Select(record => NameText.Of(record.DomainName))
            .FirstOrDefault(owner => owner.Length > 0 && zone.EndsWith('.' + owner, StringComparison.Ordinal));
        var dot = zone.IndexOf('.', StringComparison.Ordinal);
        return soa ?? (dot < 0 ? "" : zone[(dot + 1)..]);
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        var (four, six) = (FirstUsableAsync(host, QueryType.A, cancellationToken), FirstUsableAsync(host, QueryType.AAAA, cancellationToken));
        return [.. (await four).Answers.Concat((await six).Answers).OfType<AddressRecord>().Select(record => record.Address)];
    }

    private async Task<Reply> FirstUsableAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        var reply = Reply.Failed(Rcodes.NoServers);
        foreach (var resolver in resolvers)
        {
            reply = await resolver.AskAsync(name, type, cancellationToken);
            if (reply.IsUsable)
            {
                return reply;
            }
        }
        return reply;
    }

    private sealed record Zone(IReadOnlyList<IPEndPoint> Servers, string ZoneAbove, bool IsUnknown);
}
