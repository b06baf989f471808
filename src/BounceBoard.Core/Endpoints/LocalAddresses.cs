using System.Net;

namespace BounceBoard.Core.Endpoints;

/// <summary>Addresses that no other organization's MX can have on the public Internet: a server there is ours.</summary>
public static class LocalAddresses
{
    private static readonly (IPNetwork Network, string Kind)[] Ranges =
    [
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("::1/128"), "loopback"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        // RFC 6598: between a carrier's NAT and its customers, and inside many clouds.
        (IPNetwork.Parse("100.64.0.0/10"), "carrier-grade NAT"),
    ];

    /// <summary><c>loopback</c>, <c>private</c>, <c>link-local</c> or <c>carrier-grade NAT</c>; null for a public address.</summary>
    public static string? KindOf(IPAddress ip)
    {
        var plain = RefusingServer.Unmapped(ip) ?? ip;
        return Array.Find(Ranges, range => range.Network.Contains(plain)).Kind;
    }
}
