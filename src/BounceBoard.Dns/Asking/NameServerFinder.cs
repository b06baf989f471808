using System.Collections.Concurrent;
using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Asking;

/// <summary>Finds the servers that speak for a name: the NS set of the closest zone above it, asked from resolver after resolver.</summary>
internal sealed class NameServerFinder(IReadOnlyList<IAsking> resolvers, int port, TimeProvider time)
{
    private const int MostServers = 8;
    private const int MostRemembered = 4096;

    // Short enough that a moved zone is followed at the next look, long enough that the hosts of one MX set share the search.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<IPEndPoint> Servers)> _zones = new(StringComparer.Ordinal);

    /// <returns>Addresses of the zone's servers, IPv4 first; empty when none could be found.</returns>
    public async Task<IReadOnlyList<IPEndPoint>> FindAsync(string name, CancellationToken cancellationToken)
    {
        for (var zone = name; zone.Contains('.', StringComparison.Ordinal); zone = zone[(zone.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var servers = await OfZoneAsync(zone, cancellationToken);
            // Null: nobody could say. The zone above would then speak for a name that may not be its own.
            if (servers is null || servers.Count > 0)
            {
                return servers ?? [];
            }
        }
        return [];
    }

    private async Task<IReadOnlyList<IPEndPoint>?> OfZoneAsync(string zone, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_zones.TryGetValue(zone, out var known) && known.Until > now)
        {
            return known.Servers;
        }
        if (await NamesAsync(zone, cancellationToken) is not { } names)
        {
            return null;
        }
        List<IPEndPoint> servers = [];
        foreach (var addresses in await Task.WhenAll(names.Select(host => AddressesAsync(host, cancellationToken))))
        {
            servers.AddRange(addresses.Select(address => new IPEndPoint(address, port)));
        }
        var found = servers.OrderBy(server => server.AddressFamily).Take(MostServers).ToList();
        if (_zones.Count >= MostRemembered)
        {
            _zones.Clear();
        }
        _zones[zone] = (now + Remembered, found);
        return found;
    }

    private async Task<IReadOnlyList<string>?> NamesAsync(string zone, CancellationToken cancellationToken)
    {
        var reply = await FirstUsableAsync(zone, QueryType.NS, cancellationToken);
        // Behind a CNAME stands another zone's NS set; it does not speak for this name.
        return !reply.IsUsable ? null : [.. reply.Answers.OfType<NsRecord>()
            .Where(record => NameText.Same(record.DomainName, zone))
            .Select(record => NameText.Of(record.NSDName)).Order(StringComparer.Ordinal).Take(MostServers)];
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
}
