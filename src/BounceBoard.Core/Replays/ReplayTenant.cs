using System.Net;
using BounceBoard.Core.Routes;

namespace BounceBoard.Core.Replays;

/// <summary>A sender of the scenario with its own side of the mail.</summary>
/// <param name="Slug">Name under which events and answers speak of it.</param>
public sealed record ReplayTenant(
    string Slug, IReadOnlyList<string> SendingDomains, IReadOnlyList<SenderPool> Pools, IReadOnlyList<IPNetwork> OwnNetworks, IReadOnlyList<ReplayRoute> Routes)
{
    /// <summary>The sending side as it was configured at a time.</summary>
    public SenderNetwork NetworkAt(DateTimeOffset at) =>
        new(Pools, OwnNetworks, [.. Routes.Where(route => route.Holds(at)).Select(route => route.Route)]);

    /// <summary>The pool that an address sends for; null when none is known to.</summary>
    public string? PoolOf(string? sendingIp) =>
        IPAddress.TryParse(sendingIp, out var ip) ? Pools.FirstOrDefault(pool => pool.Addresses.Contains(ip))?.Name : null;
}
