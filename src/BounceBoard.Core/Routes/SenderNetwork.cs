using System.Net;

namespace BounceBoard.Core.Routes;

/// <summary>What is known of the sending side: its pools, own networks and configured routes.</summary>
public sealed record SenderNetwork(
    IReadOnlyList<SenderPool> Pools, IReadOnlyList<IPNetwork> OwnNetworks, IReadOnlyList<OutboundRoute> Routes)
{
    public static SenderNetwork Empty { get; } = new([], [], []);
}
