using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Core.Endpoints;

/// <summary>
/// Addresses that a server on the public Internet can have. Who lets others say where to connect asks here first: all else is this machine, its
/// network, or a way around the question.
/// </summary>
public static class PublicAddresses
{
    // IANA's special-purpose registries (RFC 6890 and its updates), and multicast.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            // 2001::/23 holds Teredo and ORCHID, 2002::/16 is 6to4: both carry another address.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>False for private, loopback, link-local, shared, documentation, multicast and reserved addresses, however they are wrapped in IPv6.</summary>
    public static bool Contains(IPAddress ip)
    {
        var plain = Unwrapped(ip);
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)) && !NotPublic.Any(range => range.Contains(plain));
    }

    // RFC 4291 section 2.5.5.2 and RFC 6052 section 2.1: the last 32 bits are an IPv4 address, which is where the packets go.
    private static IPAddress Unwrapped(IPAddress ip) =>
        ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4()
        : ip.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(ip) ? new IPAddress(ip.GetAddressBytes().AsSpan(12))
        : ip;
}
